import type { RoutingRule } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import type { PlaceOf } from "../mistakes";
import { officeWords } from "../texts";
import type { Choices } from "../useChoices";
import { routingWords } from "./texts";

export const emptyRule = (service = ""): RoutingRule => ({
  id: crypto.randomUUID(),
  service,
  districts: [],
  when: {},
  placeWords: [],
  unit: "",
  because: "",
});

/** A rule in one line: what it is about, and to whom it goes. */
export function useRuleWords({ service, unit }: Choices) {
  const words = useWords(routingWords);
  const about = ({ service: code, districts, when, placeWords }: RoutingRule): string =>
    [
      service(code),
      districts.length > 0 && words.inDistricts(districts.join(", ")),
      ...Object.entries(when).map(([slot, answer]) => `${slot}: ${answer}`),
      placeWords.length > 0 && words.inPlace(placeWords.join(", ")),
    ]
      .filter(Boolean)
      .join(" · ");
  const whole = (rule: RoutingRule): string => `${about(rule)} ${words.to(unit(rule.unit))} (${rule.because})`;
  return { about, whole };
}

/** Where a refused path of the rules leads. */
export function useRulePlaces(): PlaceOf<{ rules: RoutingRule[] }> {
  const words = useWords(routingWords);
  const office = useWords(officeWords);
  const { districts, answers: when, placeWords, because } = words;
  const fields: Record<string, string> = {
    ...{ service: office.service, unit: office.unit, districts, when, placeWords, because },
  };
  return ([, at, field = ""], { sent, now }) => {
    const rule = sent.rules[Number(at)];
    const n = now.rules.findIndex(({ id }) => id === rule?.id);
    return (
      rule && { key: rule.id, name: words.editing(n + 1), field: fields[field] ?? "", sent: rule, now: now.rules[n] }
    );
  };
}

/** The list with the rule changed, or added at the end. */
export const withRule = (rules: RoutingRule[], rule: RoutingRule): RoutingRule[] =>
  rules.some(({ id }) => id === rule.id) ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule];

/** The list with these two in each other's place. */
export function swapped(rules: RoutingRule[], one: RoutingRule, other: RoutingRule): RoutingRule[] {
  return rules.map((rule) => (rule.id === one.id ? other : rule.id === other.id ? one : rule));
}
