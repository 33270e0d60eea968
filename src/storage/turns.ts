import { sql } from "kysely";
import type { TurnStore } from "../inbox/doors";
import { accept } from "./accept";
import { type Runner, type Running, runNext } from "./runNext";
import type { Store } from "./store";

/** The store as the inbox sees it, on either database. */
export function openTurns(
  store: Runner,
  settings: Pick<Running, "formatNumber" | "patience" | "pageUrl" | "decideAct">,
): TurnStore {
  return {
    accept: (arrival, at) => accept(store, arrival, at),
    runNext: (conversationId, run, now) => runNext(store, { conversationId, run, now, ...settings }),
    noteFailure: (conversationId) => noteFailure(store, conversationId),
    withPending: (acceptedBefore, most) => withPending(store, acceptedBefore, most),
  };
}

async function noteFailure({ db }: Store, conversationId: string): Promise<number> {
  const statement = sql<{ failures: number }>`update entries set failures = failures + 1
    where conversation_id = ${conversationId} and state = 'pending' and seq = (
      select min(seq) from entries where conversation_id = ${conversationId} and state = 'pending')
    returning failures`;
  const { rows } = await statement.execute(db);
  return rows[0]?.failures ?? 0;
}

async function withPending({ db }: Store, acceptedBefore: Date, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom("entries")
    .select("conversation_id")
    .where("state", "=", "pending")
    .where("at", "<", acceptedBefore)
    .groupBy("conversation_id")
    .orderBy(({ fn }) => fn.min("at"))
    .limit(most)
    .execute();
  return rows.map((row) => row.conversation_id);
}
