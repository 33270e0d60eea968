import { randomUUID } from "node:crypto";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Outcome } from "../conversation/outcome";
import { type Claimed, OutcomeRefused } from "../inbox/doors";
import type { DecideAct, FiledRequest } from "../serviceRequests/doors";
import { appending, type NewEntry } from "./appendEntries";
import { type Claim, claimNext, textBefore } from "./claim";
import { lookUpCode } from "./continuation";
import type { Moved } from "./continueConversation";
import type { Database } from "./database";
import { carryOut } from "./effects";
import { isDataError } from "./hasCode";
import { json } from "./json";
import { followingOf } from "./newsEffects";
import type { Patience } from "./patience";
import type { FormatNumber } from "./requests/file";
import { filedIn, nearbyInTurn } from "./requests/forTurn";
import { findServiceRequests } from "./serviceRequests";
import type { Store } from "./store";
import type { Tables } from "./tables";
import { type Transaction, transact } from "./transact";

export type Runner = Store & Pick<Database, "links">;

/** The address of a reporter's page by its key. */
export type PageUrl = (pageKey: string) => string;

export type Running = {
  conversationId: string;
  run: (claimed: Claimed) => Promise<Outcome>;
  now: () => Date;
  formatNumber: FormatNumber;
  patience: Patience;
  pageUrl: PageUrl;
  decideAct?: DecideAct | undefined;
};

type Ran = {
  result: "ran" | "ran_last" | "nothing" | "busy";
  newSeq?: number | undefined;
  alerted?: boolean;
  moved?: Moved;
};

/** One turn on the conversation's oldest pending message: claimed, run and committed in one transaction. */
export async function runNext(store: Runner, running: Running): Promise<Ran["result"]> {
  const ran = transact(store, (transaction) => turnIn(transaction, running));
  const { result, newSeq, alerted, moved } = await ran.catch((error: unknown) => {
    throw isDataError(error) ? new OutcomeRefused(String(error), { cause: error }) : error;
  });
  if (newSeq !== undefined) store.onNews(running.conversationId, newSeq);
  if (alerted) store.onAlert?.(running.conversationId);
  if (moved) {
    store.onNews(moved.from, moved.seq);
    store.onAlert?.(moved.from);
  }
  return result;
}

async function turnIn(transaction: Transaction, running: Running): Promise<Ran> {
  const { conversationId, run, now, formatNumber, patience, pageUrl, decideAct } = running;
  const claim = await claimNext(transaction, conversationId);
  if (claim === "nothing" || claim === "busy") return { result: claim };
  const { conversation, message, failures, blockedUntil, hasFiled } = claim;
  const outcome = await run({
    conversation,
    message,
    failures,
    serviceRequests: async (ids) => (ids.length > 0 ? findServiceRequests(transaction.db(), ids) : []),
    mine: async () => (hasFiled ? filedIn(transaction.db(), conversationId, pageUrl) : []),
    following: () => followingOf(transaction.db(), conversationId),
    before: () => textBefore(transaction.db(), message),
    continuing: (code) => lookUpCode(transaction.db(), { conversationId, code, now: now() }),
    nearby: (search) => nearbyInTurn(transaction.db(), search),
    ...(blockedUntil && { blockedUntil }),
  });
  const at = now();
  const { filed, alerted, code, moved } = await carryOut(outcome.effects, {
    transaction,
    conversationId,
    at,
    formatNumber,
    patience,
    decideAct,
  });
  const values = valuesOf({ filed, code }, pageUrl);
  const since = moved?.waitingSince ?? claim.waitingSince ?? at;
  const replies = await fill(outcome, values, () => queuePosition(transaction.db(), conversationId, since));
  const [written] = await transaction.last(turnStatement({ claim, outcome, replies, at }));
  const result = written?.more ? "ran" : "ran_last";
  return { result, alerted, ...(moved && { moved }), ...(replies.length > 0 && { newSeq: written?.last_seq }) };
}

/** The replies as entries, with what only the commit knows filled in. */
async function fill(outcome: Outcome, values: Values, position: () => Promise<number>): Promise<NewEntry[]> {
  const wanted = outcome.replies.some((reply) => reply.text.includes("{queue_position}"));
  const place = wanted ? String(await position()) : "";
  return outcome.replies.map(({ text, choices }) => {
    const filled = values.reduce((said, [name, value]) => said.replaceAll(name, value), text);
    return {
      id: randomUUID(),
      author: "bot",
      text: filled.replaceAll("{queue_position}", place),
      ...(choices && { choices }),
    };
  });
}

type Values = [placeholder: string, value: string][];

type New = { filed: FiledRequest[]; code?: string | undefined };

function valuesOf({ filed, code }: New, pageUrl: PageUrl): Values {
  const codes: Values = code === undefined ? [] : [["{continuation_code}", code]];
  if (filed.length === 0) return codes;
  return [
    ...codes,
    ["{service_request_id}", filed.map(({ id }) => id).join(", ")],
    ["{service_request_page}", filed.map(({ pageKey }) => pageUrl(pageKey)).join(" ")],
  ];
}

/** The resident's place in the queue, from 1, as the list shows it: of two who wait as long the lower id goes first. */
async function queuePosition(trx: Kysely<Tables>, conversationId: string, since: Date): Promise<number> {
  const { ahead } = await trx
    .selectFrom("conversations")
    .select(({ fn }) => fn.countAll<number>().as("ahead"))
    .where(sql<boolean>`(waiting_since, id) < (${since}::timestamptz, ${conversationId})`)
    .executeTakeFirstOrThrow();
  return ahead + 1;
}

type Turn = { claim: Claim; outcome: Outcome; replies: NewEntry[]; at: Date };

/**
 * The whole turn in one statement. It is sent together with its commit, so where the conversation or the message is
 * not as it was claimed it must end in an error: a division by zero.
 */
function turnStatement({ claim, outcome, replies, at }: Turn): RawBuilder<{ last_seq: number; more: boolean }> {
  const { conversation, message } = claim;
  const { speaker, memory, record } = outcome;
  const set = sql`, version = version + 1, speaker = ${speaker}, memory = ${json(memory)}::jsonb,
      waiting_since = case when ${speaker} = 'waiting' then coalesce(waiting_since, ${at}::timestamptz) end,
      consultant_id = case when ${speaker} = 'consultant' then consultant_id end`;
  const where = sql`and version = ${conversation.version}::int`;
  return sql`with ${appending({ conversationId: conversation.id, entries: replies, at, set, where })}, done as (
      update entries set state = 'done' from head
      where conversation_id = ${conversation.id} and seq = ${message.seq}::int and state = 'pending' returning seq
    ), recorded as (
      insert into turn_records (conversation_id, seq, at, language, decision, record)
      select head.id, ${message.seq}::int, ${at}::timestamptz, ${record.understanding.language},
        ${record.decided.decision.kind}, ${json(record)}::jsonb from head
    )
    select 1 / (select count(*) from done) as written, (select last_seq from head) as last_seq, exists (
      select from entries
      where conversation_id = ${conversation.id} and state = 'pending' and seq > ${message.seq}::int
    ) as more`;
}
