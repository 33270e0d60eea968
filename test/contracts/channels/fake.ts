import type { Channel } from "../../../src/channels/channel";
import type { Failure } from "./platform";

/** What somebody does on the platform, as the same tests do it everywhere. `id` is theirs and unique; `at` when they did it. */
export type Posted = { person: string; id: string; at: Date } & (
  | { kind: "text"; text: string }
  /** Presses a button that arrived, by its payload. */
  | { kind: "press"; payload: string }
  | { kind: "image" | "file" | "voice"; name: string; bytes: Buffer; text?: string }
  | { kind: "location"; lat: number; long: number }
  | { kind: "sticker"; emoji: string }
  | { kind: "reaction"; emoji: string; to: string }
  | { kind: "edit"; of: string; text: string }
  /** A message of a kind we have never heard of. */
  | { kind: "unknown" }
  /** What became of a message of ours, by the platform's id of it. */
  | { kind: "receipt"; of: string; state: "delivered" | "read" | "failed" }
);
export type PostedKind = Posted["kind"];

/** What somebody got on the platform. `id` is the platform's; `tag`: under which exception to its window it came. */
export type Arrived = {
  person: string;
  id: string;
  at: number;
  text: string;
  buttons: { title: string; payload: string }[];
  file?: { name: string; bytes: Buffer };
  tag?: string;
  template?: string;
};

/** A platform's stand-in: speaks its wire format over real HTTP (mail: its protocols), keeps what it was sent. */
export type Fake = {
  /** The channel's name. */
  channel: string;
  /** Settings of our program, as in `.env`, that make it talk to this stand-in. */
  settings: Record<string, string>;
  /** The channel as our program makes it, where settings alone do not make it talk to the stand-in. */
  channels?(onActivity: (kind: string) => void): Channel[];
  /** Kinds the platform knows; the others are left out by the tests. */
  kinds: ReadonlySet<PostedKind>;
  /**
   * Tells our program at `base` of these, in this order, in one batch where the platform has batches; answers the HTTP
   * status of the last call. `forged`: not signed by the platform.
   */
  post(base: string, batch: Posted[], how?: { forged?: boolean }): Promise<number>;
  /** What arrived, in the order in which it did. */
  arrived(): Arrived[];
  /** How often it was shown that we write. */
  typed(): number;
  /** The next sends fail like this; the words of `failures` are the platform's own for it. */
  failNext(...failures: Failure[]): void;
  /** From now on this share (0–1) of sends fails with 429, 500 or a cut line before anything was done; 0: none. */
  failShare(of: number): void;
  failures: {
    tooFast: Failure;
    down: Failure;
    expired: Failure;
    never: Failure;
    blocked?: Failure;
    windowClosed?: Failure;
  };
  close(): Promise<void>;
};
