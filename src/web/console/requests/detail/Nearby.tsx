import { Button } from "@mantine/core";
import { Merge } from "lucide-react";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { StateMark } from "../StateMark";
import classes from "./detail.module.css";
import { NumberLink } from "./History";
import { Section } from "./Section";
import { detailWords } from "./texts";

const SHOWN = 8;

/** Open ones around, the same kind first: what this may be a duplicate of. */
export function Nearby({ view, onMerge }: { view: RequestView; onMerge?: (into: string) => void }) {
  const words = useWords(detailWords);
  const { nearby, duplicateOf, duplicates, point, acts } = view;
  const mayMerge = acts.includes("merge");
  return (
    <Section title={words.nearby}>
      {duplicateOf && (
        <p>
          {words.duplicateOf} <NumberLink id={duplicateOf} />
        </p>
      )}
      {duplicates.length > 0 && (
        <p className={classes.numbers}>
          {words.duplicates}:{" "}
          {duplicates.map((id) => (
            <NumberLink key={id} id={id} />
          ))}
        </p>
      )}
      {nearby.length === 0 && <p className={classes.quiet}>{point ? words.noNearby : words.noPoint}</p>}
      <ul className={classes.nearby}>
        {nearby.slice(0, SHOWN).map(({ id, service, state, metres, address, people }) => (
          <li key={id}>
            <div>
              <strong>{service}</strong> <StateMark state={state} />
              <div className={classes.quiet}>
                <NumberLink id={id} /> ·{" "}
                {[words.metres(Math.round(metres)), address, words.reporters(people)].filter(Boolean).join(" · ")}
              </div>
            </div>
            {mayMerge && onMerge && (
              <Button
                variant="default"
                leftSection={<Merge size={14} aria-hidden />}
                aria-label={words.mergeIntoThat(id)}
                onClick={() => onMerge(id)}
              >
                {words.mergeInto}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
