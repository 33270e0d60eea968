import { type Kysely, sql } from "kysely";
import type { Closing, DeskState, Listed } from "../staff/doors";
import { memoryOf } from "./memoryOf";
import type { Tables } from "./tables";

/** Conversations with the last words of a person, what the desk knows, and the consultant who holds them. */
export function listOf(db: Kysely<Tables>, presentSince: Date) {
  const isHere = (alias: string) =>
    sql<boolean>`coalesce(${sql.ref(`${alias}.last_beat_at`)} > ${presentSince}::timestamptz, false)`;
  return db
    .selectFrom("conversations as conversation")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("entries")
          .select(["entries.seq", "entries.author", "entries.text", "entries.at", "entries.form"])
          .whereRef("entries.conversation_id", "=", "conversation.id")
          .where("entries.author", "in", ["resident", "consultant"])
          .orderBy("entries.seq", "desc")
          .limit(1)
          .as("line"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("ratings")
          .select("ratings.score")
          .whereRef("ratings.conversation_id", "=", "conversation.id")
          .where("ratings.score", "is not", null)
          .orderBy("ratings.seq", "desc")
          .limit(1)
          .as("rating"),
      (join) => join.onTrue(),
    )
    .leftJoin("staff_accounts as account", "account.id", "conversation.consultant_id")
    .leftJoin("staff_presence as presence", "presence.account_id", "account.id")
    .leftJoin("desk_conversations as desk", "desk.conversation_id", "conversation.id")
    .leftJoin("teams as team", "team.id", "desk.team_id")
    .leftJoin("staff_accounts as asked", "asked.id", "desk.offered_to")
    .leftJoin("staff_presence as asked_presence", "asked_presence.account_id", "asked.id")
    .selectAll("conversation")
    .select(["line.seq", "line.author", "line.text", "line.at", "line.form", "account.display_name", "rating.score"])
    .select(["desk.topic_kind", "desk.topic_id", "desk.area", "desk.tags", "desk.declined", "desk.snoozed_until"])
    .select(["desk.offered_to", "desk.offered_until", "desk.closed_at", "desk.closed_reason"])
    .select(["desk.team_id", "team.name as team_name", "asked.display_name as asked_name"])
    .select([isHere("presence").as("present"), isHere("asked_presence").as("asked_present")]);
}

type Row = Awaited<ReturnType<ReturnType<typeof listOf>["execute"]>>[number];

/** A row of `listOf` in the words of the staff room. */
export function listed(row: Row): Listed {
  const { seq, author, text, at, form, consultant_id, display_name, closed_at, closed_reason } = row;
  return {
    ...deskState(row),
    conversation: {
      id: row.id,
      channel: row.channel,
      residentId: row.resident_id,
      version: row.version,
      speaker: row.speaker,
      memory: memoryOf(row.memory),
      ...(consultant_id !== null && { consultantId: consultant_id }),
    },
    lastSeq: row.last_seq,
    startedAt: row.created_at,
    ...(row.waiting_since && { waitingSince: row.waiting_since }),
    ...(seq !== null &&
      author !== null &&
      text !== null &&
      at !== null && { lastLine: { seq, author, text, at, ...(form && { form }) } }),
    ...(consultant_id !== null && {
      holder: { id: consultant_id, name: display_name ?? consultant_id, present: row.present },
    }),
    ...(row.speaker === "closed" && closed_at && closed_reason && { closed: { reason: closed_reason, at: closed_at } }),
    ...(row.score !== null && { score: row.score }),
  };
}

function deskState(row: Row): DeskState {
  const { topic_kind: kind, topic_id, team_id, team_name, offered_to, offered_until, asked_name } = row;
  return {
    tags: row.tags ?? [],
    declined: row.declined ?? [],
    ...(kind !== null && topic_id !== null && { topic: { kind, id: topic_id } }),
    ...(row.area !== null && { area: row.area }),
    ...(team_id !== null && { team: { id: team_id, name: team_name ?? team_id } }),
    ...(offered_to !== null &&
      offered_until && {
        offered: {
          to: { id: offered_to, name: asked_name ?? offered_to, present: row.asked_present },
          until: offered_until,
        },
      }),
    ...(row.snoozed_until && { snoozedUntil: row.snoozed_until }),
  };
}

/** How the conversation was closed last. */
export async function closingOf(
  db: Kysely<Tables>,
  id: string,
): Promise<(Closing & { by: string; at: Date }) | undefined> {
  const row = await db
    .selectFrom("conversation_closings as closing")
    .innerJoin("staff_accounts as account", "account.id", "closing.account_id")
    .select(["closing.reason", "closing.note", "closing.account_id", "closing.at", "account.display_name"])
    .where("closing.conversation_id", "=", id)
    .orderBy("closing.seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { reason, note, at } = row;
  return { reason, note, at, accountId: row.account_id, by: row.display_name };
}
