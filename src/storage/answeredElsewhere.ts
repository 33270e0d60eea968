import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { House } from "../channels/channel";
import { UnknownConversation } from "../inbox/doors";
import { appendEntries } from "./appendEntries";
import { hasCode } from "./hasCode";
import type { Store } from "./store";

const UNIQUE_VIOLATION = "23505";
/** Whoever answers there goes on there for a while. */
const SILENT_MINUTES = 60;

/**
 * Somebody of the city wrote past us: a line of the conversation, once, and the bot keeps silent for a while. Without
 * words only that: they are at it, as far as the platform tells.
 */
export function openAnsweredElsewhere(store: Store, now: () => Date): House["answeredElsewhere"] {
  return async (conversationId, { channel, externalId, text }) => {
    const at = now();
    const silentUntil = new Date(at.getTime() + SILENT_MINUTES * 60_000).toISOString();
    const entry = { id: randomUUID(), author: "consultant" as const, text, externalId, isThere: true };
    const entries = text === "" ? [] : [entry];
    const set = sql`, version = version + 1, memory = jsonb_set(memory, '{silentUntil}', to_jsonb(${silentUntil}::text))`;
    const where = sql`and channel = ${channel}`;
    try {
      const seq = await appendEntries(store.db, { conversationId, entries, at, set, where });
      if (seq === undefined) throw new UnknownConversation(conversationId);
      store.onNews(conversationId, seq);
    } catch (error) {
      if (!hasCode(error, UNIQUE_VIOLATION)) throw error;
    }
  };
}
