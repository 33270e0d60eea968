import { fold } from "../conversation/fold";
import type { OfficeSettings, RoutingRule } from "./office";
import type { ServiceFile } from "./service";

type Proposal = { unit: string; because: string };

/**
 * The unit that gets the report and why, for staff and for the record. `sure`: what it rests on, from most to least;
 * `alternatives`: the other units named for this kind of report.
 */
export type Routed = Proposal & { sure: "rule" | "answers" | "usual"; alternatives: Proposal[] };

/** What is known about where a matter belongs. `district`: a Roman numeral; `place`: in words. */
export type Asked = {
  service: Pick<ServiceFile, "code" | "unit" | "other_units" | "label">;
  answers: Record<string, string>;
  district?: string | undefined;
  place: string;
};

/** The office's first rule that fits, else the first other unit whose conditions hold, else the service's own unit. */
export function route(asked: Asked, { routing }: Pick<OfficeSettings, "routing">): Routed {
  const { service, answers } = asked;
  const rules = routing.rules.filter((rule) => rule.service === service.code);
  const usual = { unit: service.unit, because: `zwykła jednostka dla rodzaju „${service.label.pl}”` };
  const named = [...rules, ...service.other_units, usual].map(({ unit, because }) => ({ unit, because }));
  const routed = (sure: Routed["sure"], { unit, because }: Proposal): Routed => ({
    unit,
    because,
    sure,
    alternatives: named.filter(
      (one, n) => one.unit !== unit && named.findIndex((first) => first.unit === one.unit) === n,
    ),
  });
  const rule = ruleFor({ ...asked, service: service.code }, rules);
  if (rule) return routed("rule", rule);
  const other = service.other_units.find(({ when }) => when && holds(when, answers));
  return other ? routed("answers", other) : routed("usual", usual);
}

/** The first rule that fits a matter of this kind. */
export function ruleFor(asked: Omit<Asked, "service"> & { service: string }, rules: RoutingRule[]) {
  return rules.find((rule) => rule.service === asked.service && fits(rule, asked));
}

function fits(
  { districts, when, placeWords }: RoutingRule,
  { answers, district, place }: Omit<Asked, "service">,
): boolean {
  if (districts.length > 0 && !districts.some((one) => one === district)) return false;
  if (!holds(when, answers)) return false;
  return placeWords.length === 0 || placeWords.some((pattern) => standsIn(wordsOf(place), pattern));
}

function holds(when: Record<string, string>, answers: Record<string, string>): boolean {
  return Object.entries(when).every(([slot, answer]) => answers[slot] === answer);
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+\*?/gu) ?? [];

/** Whether the pattern's words stand side by side; `plant*` is any word that begins so. */
function standsIn(words: string[], pattern: string): boolean {
  const wanted = wordsOf(pattern);
  const same = (word: string | undefined, one: string) =>
    one.endsWith("*") ? word?.startsWith(one.slice(0, -1)) : word === one;
  return wanted.length > 0 && words.some((_, at) => wanted.every((one, n) => same(words[at + n], one)));
}
