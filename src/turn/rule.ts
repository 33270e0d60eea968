import type { Decision } from "../conversation/decision";
import type { Wish } from "../conversation/reply";
import { type Candidate, FOUND_FIRST, type Intent } from "../conversation/understanding";
import type { Heard, Weighable } from "./heard";

/** One line of the policy: what to do about a message, or nothing when the rule is not concerned. */
export type Rule = (heard: Heard) => Decision | undefined;

/** Unclear messages in a row after which nothing more is offered. */
export const MOST_ATTEMPTS = 3;

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

/** The best meaning, when it is sure enough to be acted on at once. */
export function isClear(heard: Weighable): Intent | undefined {
  const [best] = heard.understanding.candidates;
  if (!best || bandOf(best, heard) !== "act") return undefined;
  // Whether somebody is in danger the alarm alone decides: words of danger stand in harmless messages, too.
  const overruled = isCall(best.intent) && heard.understanding.alarm < heard.bands.danger;
  return overruled || isOnlyStressed(best.intent, heard) ? undefined : best.intent;
}

const STRESSING = new Set(["bardzo", "strasznie", "very", "really", "дуже"]);

/** "Bardzo duża" is no thanks, though hardly anything but thanks is begun so. */
function isOnlyStressed({ kind }: Intent, { understanding: { telling } }: Weighable): boolean {
  const speaking = telling.filter(({ weight }) => weight > 0);
  return kind === "talk" && speaking.length > 0 && speaking.every(({ word }) => STRESSING.has(word));
}

/** Somebody calls for help, or speaks of death. */
export function isCall(intent: Intent): boolean {
  return is(intent, "talk", "danger") || is(intent, "talk", "crisis");
}

/** What may be done with a candidate. An article the search index does not find among its first falls one band. */
export function bandOf({ intent, confidence }: Candidate, heard: Weighable): "act" | "offer" | "none" {
  const { bands } = heard;
  const confirmed = isConfirmed(intent, heard);
  if (confidence >= leastFor(intent, heard)) return confirmed ? "act" : "offer";
  return confidence >= bands.offer && confirmed ? "offer" : "none";
}

/** The least confidence to act on a meaning of this kind. */
export function leastFor({ kind }: Intent, { bands }: Weighable): number {
  return kind === "article" ? bands.answer : bands.start;
}

export function isConfirmed({ kind, id }: Intent, { found }: Weighable): boolean {
  return kind !== "article" || found.slice(0, FOUND_FIRST).some(({ article }) => article === id);
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
