import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { BouncesView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { useWords } from "../../kit/language";
import { Rows } from "../../kit/Rows";
import classes from "../Office.module.css";
import { routingWords } from "./texts";

type Bounced = BouncesView[number];

/** What units sent back, each to be made a rule of. */
export function Bounces({ onRule }: { onRule: (bounced: Bounced) => void }) {
  const words = useWords(routingWords);
  const { data, error, refetch } = useQuery({
    queryKey: ["office-bounces"],
    queryFn: ({ signal }) => api.get<{ bounces: BouncesView }>("office-bounces", signal),
  });
  return (
    <section aria-labelledby="bounces">
      <Title order={2} size="h5" mt="lg" mb="xs" id="bounces">
        {words.bounces}
      </Title>
      <Rows
        label={words.bounces}
        items={data?.bounces}
        error={error}
        retry={() => void refetch()}
        empty={words.noBounces}
        keyOf={({ service, unit }) => `${service.code} ${unit.id}`}
      >
        {(bounced) => <Line bounced={bounced} onRule={() => onRule(bounced)} />}
      </Rows>
    </section>
  );
}

function Line({ bounced: { service, unit, count, reasons }, onRule }: { bounced: Bounced; onRule: () => void }) {
  const words = useWords(routingWords);
  return (
    <div className={classes.entry}>
      <div>
        <Text size="sm" fw={600}>
          {service.label}
        </Text>
        <Text size="sm">{words.bounced(unit.name, count)}</Text>
        {reasons.length > 0 && (
          <details>
            <summary>{words.reasons}</summary>
            <ul className={classes.difference}>
              {[...new Set(reasons)].map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Button variant="default" aria-label={words.makeRuleOf(service.label, unit.name)} onClick={onRule}>
        {words.makeRule}
      </Button>
    </div>
  );
}
