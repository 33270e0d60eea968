import { Button, Group, Text } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { RoutingRule } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import { MistakeHere } from "../Mistakes";
import type { Mistake } from "../mistakes";
import classes from "../Office.module.css";
import { officeWords } from "../texts";
import type { Choices } from "../useChoices";
import { swapped, useRuleWords } from "./rules";
import { routingWords } from "./texts";

type Given = {
  rules: RoutingRule[];
  /** Those of them that are shown. */
  shown: RoutingRule[];
  mistakes: Mistake[];
  choices: Choices;
  onChange: (rules: RoutingRule[]) => void;
  onEdit: (rule: RoutingRule) => void;
};
type Removed = { rule: RoutingRule; at: number };

/** The rules in their order; the first that fits wins. */
export function RuleList({ rules, shown, mistakes, choices, onChange, onEdit }: Given) {
  const words = useWords(routingWords);
  const { whole } = useRuleWords(choices);
  const [removed, setRemoved] = useState<Removed>();
  const { moved, focusAfter } = useFocusAfterMove(rules);
  const move = (rule: RoutingRule, by: -1 | 1) => {
    const other = shown[shown.indexOf(rule) + by];
    if (!other) return;
    focusAfter({ id: rule.id, by });
    onChange(swapped(rules, rule, other));
  };
  const remove = (rule: RoutingRule) => {
    setRemoved({ rule, at: rules.indexOf(rule) });
    onChange(rules.filter((one) => one !== rule));
  };
  const undo = ({ rule, at }: Removed) => {
    onChange(rules.toSpliced(at, 0, rule));
    setRemoved(undefined);
  };
  const isGone = removed && !rules.some(({ id }) => id === removed.rule.id);
  return (
    <>
      <Group gap="xs" role="status">
        {isGone && (
          <>
            <Text size="sm">{words.removed(whole(removed.rule))}</Text>
            <Button variant="default" onClick={() => undo(removed)}>
              {words.undo}
            </Button>
          </>
        )}
        {moved !== undefined && !isGone && <Text size="sm">{words.moved(moved + 1)}</Text>}
      </Group>
      <ol className={classes.list} aria-label={words.rules}>
        {shown.map((rule, n) => (
          <li key={rule.id}>
            <Rule
              rule={rule}
              number={rules.indexOf(rule) + 1}
              isFirst={n === 0}
              isLast={n === shown.length - 1}
              {...{ mistakes, choices }}
              onMove={(by) => move(rule, by)}
              onEdit={() => onEdit(rule)}
              onRemove={() => remove(rule)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

/** A moved element loses the focus; it comes back to the button that moved it, or to its neighbour at the end. */
function useFocusAfterMove(rules: RoutingRule[]) {
  const wanted = useRef<{ id: string; by: -1 | 1 }>(undefined);
  const [moved, setMoved] = useState<number>();
  useEffect(() => {
    const { id, by } = wanted.current ?? {};
    wanted.current = undefined;
    setMoved(id === undefined ? undefined : rules.findIndex((rule) => rule.id === id));
    if (id === undefined) return;
    const button = (way: -1 | 1) => document.querySelector<HTMLButtonElement>(`[data-move="${id} ${way}"]`);
    const [own, other] = by === -1 ? [button(-1), button(1)] : [button(1), button(-1)];
    (own?.disabled ? other : own)?.focus();
  }, [rules]);
  return {
    moved,
    focusAfter(next: { id: string; by: -1 | 1 }) {
      wanted.current = next;
    },
  };
}

type RuleGiven = {
  rule: RoutingRule;
  number: number;
  isFirst: boolean;
  isLast: boolean;
  mistakes: Mistake[];
  choices: Choices;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onRemove: () => void;
};

function Rule({ rule, number, isFirst, isLast, mistakes, choices, onMove, onEdit, onRemove }: RuleGiven) {
  const words = useWords(routingWords);
  const office = useWords(officeWords);
  const { about } = useRuleWords(choices);
  const id = rule.id;
  return (
    <div className={classes.rule}>
      <span className={classes.number}>{number}.</span>
      <div>
        <Text size="sm">
          {about(rule)} <b>{words.to(choices.unit(rule.unit))}</b>
        </Text>
        <Text size="sm" c="dimmed">
          {rule.because}
        </Text>
        <MistakeHere mistakes={mistakes} of={id} />
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          aria-label={words.up(number)}
          disabled={isFirst}
          data-move={`${id} -1`}
          onClick={() => onMove(-1)}
        >
          <ArrowUp size={16} aria-hidden />
        </Button>
        <Button
          variant="default"
          aria-label={words.down(number)}
          disabled={isLast}
          data-move={`${id} 1`}
          onClick={() => onMove(1)}
        >
          <ArrowDown size={16} aria-hidden />
        </Button>
        <Button variant="default" aria-label={words.edit(number)} onClick={onEdit}>
          {office.edit}
        </Button>
        <Button variant="subtle" color="red" aria-label={words.remove(number)} onClick={onRemove}>
          {office.remove}
        </Button>
      </Group>
    </div>
  );
}
