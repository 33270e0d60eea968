import { Button, Group, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { RoutingRule } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import { Choice } from "../Choice";
import type { Mistake } from "../mistakes";
import { SettingFrame } from "../SettingFrame";
import { officeWords } from "../texts";
import { type Choices, useChoices } from "../useChoices";
import { useSetting } from "../useSetting";
import { Bounces } from "./Bounces";
import { RuleDialog } from "./RuleDialog";
import { RuleList } from "./RuleList";
import { emptyRule, useRulePlaces, useRuleWords, withRule } from "./rules";
import { TryIt } from "./TryIt";
import { routingWords } from "./texts";

/** Who takes care of which matter. */
export function Routing() {
  const choices = useChoices();
  const setting = useSetting("routing");
  const { whole } = useRuleWords(choices);
  const placeOf = useRulePlaces();
  // The order counts, so a rule that moved is another line.
  const lines = ({ rules }: { rules: RoutingRule[] }) => rules.map((rule, n) => `${n + 1}. ${whole(rule)}`);
  return (
    <SettingFrame {...{ setting, choices, lines, placeOf }}>
      {({ rules }, mistakes) => (
        <Rules {...{ rules, mistakes, choices }} onChange={(next) => setting.change({ rules: next })} />
      )}
    </SettingFrame>
  );
}

type Given = {
  rules: RoutingRule[];
  mistakes: Mistake[];
  choices: Choices;
  onChange: (rules: RoutingRule[]) => void;
};

function Rules({ rules, mistakes, choices, onChange }: Given) {
  const words = useWords(routingWords);
  const office = useWords(officeWords);
  const [only, setOnly] = useState("");
  const [edited, setEdited] = useState<RoutingRule>();
  const shown = only ? rules.filter(({ service }) => service === only) : rules;
  const number = rules.findIndex(({ id }) => id === edited?.id) + 1;
  return (
    <div>
      <Text size="sm" mb="sm">
        {words.intro}
      </Text>
      <Group gap="sm" align="end" mb="sm">
        <Choice label={words.only} data={choices.services} value={only} onChange={setOnly} none={office.anyService} />
        <Button size="sm" leftSection={<Plus size={16} aria-hidden />} onClick={() => setEdited(emptyRule(only))}>
          {words.add}
        </Button>
      </Group>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {only ? words.noneOfService : words.none}
        </Text>
      )}
      <RuleList {...{ rules, shown, mistakes, choices, onChange }} onEdit={setEdited} />
      <TryIt rules={rules} choices={choices} />
      <Bounces
        onRule={({ service, unit }) => setEdited({ ...emptyRule(service.code), because: words.fromBounces(unit.name) })}
      />
      <RuleDialog
        rule={edited}
        mistakes={mistakes}
        title={number > 0 ? words.editing(number) : words.newRule}
        choices={choices}
        onApply={(rule) => {
          onChange(withRule(rules, rule));
          setEdited(undefined);
        }}
        onClose={() => setEdited(undefined)}
      />
    </div>
  );
}
