import type { Decision } from "../conversation/decision";
import type { Wish } from "../conversation/reply";
import type { Candidate, Intent } from "../conversation/understanding";
import { bands } from "./bands";
import type { Heard } from "./heard";

/** One line of the policy: what to do about a message, or nothing when the rule is not concerned. */
export type Rule = (heard: Heard) => Decision | undefined;

/** The dialog that takes reports. */
export const REPORT = "report-problem";

export function is(intent: Intent, kind: Intent["kind"], id: string): boolean {
  return intent.kind === kind && intent.id === id;
}

/** The best meaning, when it is at least this sure. */
export function surely({ understanding }: Heard, least: number): Intent | undefined {
  return understanding.confidence >= least ? understanding.candidates[0]?.intent : undefined;
}

/** Starts what reports this kind of matter. */
export function startService(service: string): Extract<Decision, { kind: "start_dialog" }> {
  return { kind: "start_dialog", dialog: dialogOf(service), service };
}

/** An article the search index does not confirm must be surer. */
export function sureFor({ intent }: Candidate, { found }: Heard): number {
  if (intent.kind !== "article") return bands.sure;
  return found.slice(0, 3).some(({ article }) => article === intent.id) ? bands.sure : bands.sureAlone;
}

/** What a pressed button starts. */
export function startPressed({ dialog, service }: Extract<Wish, { kind: "start" }>): Decision {
  return { kind: "start_dialog", dialog, ...(service && { service }) };
}

/** The button that reports this kind of matter. */
export function startPressedService(service: string): Wish {
  return { kind: "start", dialog: dialogOf(service), service };
}

function dialogOf(service: string): string {
  return service === "idea" ? "idea" : REPORT;
}
