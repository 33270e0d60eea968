import { z } from "zod";

/** What the console says over the live connection (`/console/api/live`, WebSocket, JSON text frames). */
export const LiveSaid = z.discriminatedUnion("kind", [
  /** The conversations whose lines are wanted at once, all of them at a time. */
  z.strictObject({ kind: z.literal("watch"), conversationIds: z.array(z.string().max(200)).max(50) }),
  /** What the person looks at now and whether they type in it; repeated every 10 s while it lasts. */
  z.strictObject({ kind: z.literal("view"), conversationId: z.string().max(200).nullable(), typing: z.boolean() }),
  /** An answer to `here`. */
  z.strictObject({ kind: z.literal("here") }),
]);
export type LiveSaid = z.infer<typeof LiveSaid>;

/** Somebody else who looks at a conversation. */
export type Viewer = { id: string; name: string; typing: boolean };

/** What the server says. It tells what changed; the page fetches it. */
export type LiveEvent =
  /** First of all; `epoch` names this run of the numbers. After a reconnection the page says `?epoch=&n=` of the last frame it saw. */
  | { kind: "hello"; epoch: string }
  /** Frames the page asked for are gone, or wake-ups were lost: fetch everything anew. */
  | { kind: "reset" }
  /** A watched conversation has lines up to `seq`. */
  | { kind: "news"; conversationId: string; seq: number }
  /** Something about a watched conversation changed that is no line: notes, tags, offers, rating. */
  | { kind: "changed"; conversationId: string }
  /** The resident is writing; what, nobody sees. */
  | { kind: "typing"; conversationId: string }
  | { kind: "viewers"; conversationId: string; viewers: Viewer[] }
  /** The lists of the inbox changed. */
  | { kind: "queue" }
  /** Something was done to a service request. */
  | { kind: "requests" }
  /** Every 15 s. */
  | { kind: "here" }
  /** The session is over; the connection ends. */
  | { kind: "over" };

/** `n` grows by one with every frame of an epoch that this page is sent; a hole means that frames were lost. */
export type LiveFrame = LiveEvent & { n: number };
