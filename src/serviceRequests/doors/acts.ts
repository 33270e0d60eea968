import type { Attachment } from "../../conversation/message";
import type { ActKind, RefusedAct, State } from "../lifeCycle";

/** Who does something. `via`: the consultant who passes on what the unit said. */
export type Actor =
  | { kind: "resident" }
  | { kind: "unit"; unit: string; via?: string }
  | { kind: "staff"; accountId: string }
  | { kind: "system" };

/** Whose a matter is that is not the city's. */
export type Outside = { owner: string; contact: string };

type Said = { words?: string; attachments?: Attachment[] };
export type Act =
  | { kind: "forward"; unit: string; because: string; words?: string }
  | ({ kind: "start" | "ask" | "answer" | "finish" | "refuse" | "bounce" | "reopen" | "add" } & Said)
  | { kind: "forward_outside"; outside: Outside; words?: string }
  | { kind: "merge"; into: string; words?: string }
  /** Comes with the second matter (`ServiceRequestStore.split`); `because` tells what that is about. */
  | { kind: "split"; because: string }
  | { kind: "unmerge" | "withdraw" | "confirm"; words?: string };

/** A service request as an act finds it, locked. */
export type Current = {
  id: string;
  service: string;
  kind: "report" | "idea";
  state: State;
  stateSince: Date;
  /** How many events there are; the newest one's number. */
  version: number;
  unit: string;
  /** Whether it was brought to the unit it lies with. */
  forwarded: boolean;
  /** The state the open question was asked in. */
  askedIn?: State;
};

/** What an act comes to. `tellsUnit` makes a delivery, `tellsResidents` a notice to everybody who follows. */
export type Change = {
  kind: ActKind;
  actor: Actor;
  to: State;
  words: string;
  attachments: Attachment[];
  unit: string;
  because: string;
  tellsUnit: boolean;
  tellsResidents: boolean;
  /** What the public may read of it, in Polish. */
  sentence: string;
  outside?: Outside;
  into?: string;
  askFixedAt?: Date;
};

export type Refusal = { refused: RefusedAct };

/** What an act comes to by the rules as they are now; for whoever has the service request locked already. */
export type DecideAct = (current: Current, act: Act, actor: Actor, at: Date) => Change | Refusal;
