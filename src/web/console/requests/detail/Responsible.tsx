import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { Facts, Section } from "./Section";
import { detailWords } from "./texts";

/** With whom it lies, why, how sure that is, where it was, and how long it usually takes there. */
export function Responsible({ view }: { view: RequestView }) {
  const words = useWords(detailWords);
  const { unit, because, sure, alternatives, expected, events } = view;
  const chain = events.map((event) => event.unit).filter((one, n, all) => one !== all[n - 1]);
  return (
    <Section title={words.unit}>
      <Facts
        facts={[
          [
            words.unit,
            <Anchor
              key="unit"
              component={Link}
              to={`/requests?status=open&units=${encodeURIComponent(unit.id)}`}
              inherit
              underline="always"
            >
              {unit.name}
            </Anchor>,
          ],
          [words.because, because],
          [words.sure, words.sures[sure]],
          [words.chain, chain.length > 1 && chain.join(" → ")],
          [
            words.alternatives,
            alternatives.length > 0 && alternatives.map((one) => `${one.unit.name} (${one.because})`).join(", "),
          ],
          [words.expected, expected ? words.days(expected.fromDays, expected.toDays) : words.unknown],
        ]}
      />
    </Section>
  );
}
