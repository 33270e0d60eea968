import { Select, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ServiceView } from "../../../../staff/wire";
import { type RoutingRule, ruleFor } from "../../../../staff/wire/office";
import { api } from "../../kit/api";
import { useWords } from "../../kit/language";
import { Choice } from "../Choice";
import classes from "../Office.module.css";
import { type Pair, recordOf } from "../Pairs";
import { officeWords } from "../texts";
import type { Choices } from "../useChoices";
import { Answers } from "./Answers";
import { routingWords } from "./texts";

const nothing = { service: "", district: "", place: "" };

/** Which rule would win, with the list as it stands on the screen. */
export function TryIt({ rules, choices }: { rules: RoutingRule[]; choices: Choices }) {
  const words = useWords(routingWords);
  const office = useWords(officeWords);
  const [asked, setAsked] = useState(nothing);
  const [pairs, setPairs] = useState<Pair[]>([]);
  const usual = useUsualUnits();
  const change = (part: Partial<typeof nothing>) => setAsked((before) => ({ ...before, ...part }));
  const rule = ruleFor({ ...asked, answers: recordOf(pairs) }, rules);
  const outcome = rule
    ? words.wins(rules.indexOf(rule) + 1, choices.unit(rule.unit))
    : words.noneWins(usual(asked.service));
  return (
    <section aria-labelledby="try-rules">
      <Title order={2} size="h5" mt="lg" id="try-rules">
        {words.tryIt}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {words.tryHint}
      </Text>
      <div className={classes.columns}>
        <Choice
          label={office.service}
          data={choices.services}
          value={asked.service}
          onChange={(service) => {
            change({ service });
            setPairs([]);
          }}
        />
        <Select
          label={words.district}
          placeholder={words.anyDistrict}
          data={choices.districts}
          value={asked.district || null}
          onChange={(district) => change({ district: district ?? "" })}
          searchable
          selectFirstOptionOnChange
          clearable
        />
        <TextInput
          label={words.place}
          value={asked.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
          maxLength={300}
          autoComplete="off"
        />
      </div>
      {asked.service && (
        <>
          <div style={{ marginTop: 12 }}>
            <Answers service={asked.service} hint={words.answersTried} pairs={pairs} onChange={setPairs} />
          </div>
          <Text size="sm" fw={600} mt="sm" role="status">
            {outcome}
          </Text>
        </>
      )}
    </section>
  );
}

function useUsualUnits() {
  const { data } = useQuery({
    queryKey: ["services"],
    queryFn: ({ signal }) => api.get<{ services: ServiceView[] }>("services", signal),
    select: ({ services }) => services,
    staleTime: 600_000,
  });
  return (service: string) => data?.find(({ code }) => code === service)?.unit ?? "…";
}
