import type { ServiceFile } from "./service";

/** The unit that gets the report and why, for staff and for the record. */
export type Routed = { unit: string; because: string };

/** First other unit whose every condition is literally answered so; otherwise the service's own. */
export function route(
  service: Pick<ServiceFile, "unit" | "other_units" | "label">,
  answers: Record<string, string>,
): Routed {
  const other = service.other_units.find(({ when }) => when && holds(when, answers));
  if (other) return { unit: other.unit, because: other.because };
  return { unit: service.unit, because: `zwykła jednostka dla rodzaju „${service.label.pl}”` };
}

function holds(when: Record<string, string>, answers: Record<string, string>): boolean {
  return Object.entries(when).every(([slot, answer]) => answers[slot] === answer);
}
