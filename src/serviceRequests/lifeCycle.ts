/** Where a service request stands. Its delivery to a unit and the conversation about it have states of their own. */
export const states = [
  "received",
  "forwarded",
  "in_progress",
  "waiting_for_resident",
  "done",
  "not_feasible",
  "forwarded_outside",
  "duplicate",
  "withdrawn",
] as const;
export type State = (typeof states)[number];

export const openStates = ["received", "forwarded", "in_progress", "waiting_for_resident"] as const;

/** Open311 knows two. */
export function statusOf(state: State): "open" | "closed" {
  return openStates.some((open) => open === state) ? "open" : "closed";
}

/** `unit` also when a consultant passes on what the unit said; `system` is the program itself. */
export type ActorKind = "resident" | "unit" | "staff" | "system";

/** What can be done to a service request once it is filed. */
export const actKinds = [
  "forward",
  "start",
  "ask",
  "answer",
  "finish",
  "refuse",
  "bounce",
  "forward_outside",
  "merge",
  "unmerge",
  "split",
  "withdraw",
  "reopen",
  "add",
  "confirm",
] as const;
export type ActKind = (typeof actKinds)[number];

/** `to: "same"` changes nothing, `"before"` is the state the question was asked in. */
type Transition = { by: readonly ActorKind[]; from: readonly State[]; to: State | "same" | "before" };

const atWork = ["forwarded", "in_progress", "waiting_for_resident"] as const;

/**
 * Who may do what, and what becomes of it. "Done" is said only by the unit that did the work or by the resident who
 * saw it, never because something was forwarded.
 */
export const transitions: Readonly<Record<ActKind, Transition>> = {
  forward: { by: ["system", "staff"], from: openStates, to: "forwarded" },
  start: { by: ["unit"], from: ["received", "forwarded"], to: "in_progress" },
  ask: { by: ["unit", "staff"], from: ["received", "forwarded", "in_progress"], to: "waiting_for_resident" },
  answer: { by: ["resident"], from: ["waiting_for_resident"], to: "before" },
  finish: { by: ["unit", "resident"], from: openStates, to: "done" },
  refuse: { by: ["unit", "staff"], from: openStates, to: "not_feasible" },
  bounce: { by: ["unit"], from: atWork, to: "received" },
  forward_outside: { by: ["unit", "staff"], from: openStates, to: "forwarded_outside" },
  merge: { by: ["staff"], from: openStates, to: "duplicate" },
  unmerge: { by: ["staff"], from: ["duplicate"], to: "received" },
  // The second matter of a report becomes a service request of its own.
  split: { by: ["staff"], from: openStates, to: "same" },
  withdraw: { by: ["resident"], from: openStates, to: "withdrawn" },
  reopen: { by: ["resident", "staff"], from: ["done", "not_feasible", "forwarded_outside"], to: "received" },
  add: { by: ["resident", "unit", "staff"], from: openStates, to: "same" },
  confirm: { by: ["resident"], from: ["done"], to: "same" },
};

/** The acts this actor may do now, for buttons. */
export function actsFor(state: State, by: ActorKind): ActKind[] {
  return actKinds.filter((kind) => transitions[kind].by.includes(by) && transitions[kind].from.includes(state));
}

/** Why an act could not be done. */
export type RefusedAct =
  | "not_allowed"
  | "not_yours"
  | "not_now"
  | "too_late"
  | "words_missing"
  | "too_long"
  | "too_many_photos"
  | "not_itself"
  | "into_closed"
  | "unknown"
  | "stale";
