import type { Kysely } from "kysely";
import type { Tables } from "./tables";

/** What the doors of this room share. */
export type Store = {
  db: Kysely<Tables>;
  /** Told after the commit, never before, that the conversation has entries up to `seq`. Must not throw. */
  onNews(conversationId: string, seq: number): void;
  /** Told after the commit that somebody in the conversation may be in danger. Must not throw. */
  onAlert?: ((conversationId: string) => void) | undefined;
};
