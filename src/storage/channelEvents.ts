import { type Kysely, sql } from "kysely";
import type { Events, TakenEvent } from "../delivery/doors";
import { json, storable } from "./json";
import type { Tables } from "./tables";

const LONGEST_REASON = 500;
const FORGOTTEN_AT_ONCE = 10_000;

type Row = {
  channel: string;
  external_id: string;
  person: string;
  rank: number;
  kind: string;
  payload: unknown;
  attempts: number;
};

/** What platforms told us; one row per event, whose payload goes once it was looked into. */
export function openChannelEvents(db: Kysely<Tables>): Events {
  const change = (event: { channel: string; externalId: string }) =>
    db
      .updateTable("channel_events")
      .where("channel", "=", event.channel)
      .where("external_id", "=", storable(event.externalId))
      .where("state", "=", "due");
  return {
    async add(channel, events, at, dueAt) {
      const lines = events.map(({ externalId, person, rank, kind, payload }) => {
        return { external_id: externalId, person, rank, kind, payload };
      });
      const { rows } = await sql`insert into channel_events
          (channel, external_id, person, rank, kind, payload, due_at, received_at)
        select ${channel}, external_id, person, rank, kind, payload, ${dueAt}::timestamptz, ${at}::timestamptz
        from jsonb_to_recordset(${json(lines)}::jsonb) as line (
          external_id text, person text, rank bigint, kind text, payload jsonb)
        on conflict do nothing returning external_id`.execute(db);
      return rows.length;
    },
    take: (channels, now, most, leaseSeconds) => take(db, channels, now, { most, leaseSeconds }),
    async keep(event, until) {
      await change(event).set({ due_at: until }).execute();
    },
    async done(event, at) {
      await change(event).set({ state: "done", payload: null, reason: null, done_at: at }).execute();
    },
    async failed(event, reason, retryAt) {
      const next = retryAt ? { due_at: retryAt } : { state: "given_up" as const, done_at: sql<Date>`due_at` };
      await change(event)
        .set({ ...next, reason: storable(reason).slice(0, LONGEST_REASON) })
        .execute();
    },
    async putOff(event, until) {
      await change(event).set({ due_at: until, attempts: sql`attempts - 1` }).execute();
    },
    async forget(before) {
      await sql`delete from channel_events where (channel, external_id) in (
        select channel, external_id from channel_events
        where done_at < ${before}::timestamptz limit ${FORGOTTEN_AT_ONCE})`.execute(db);
    },
  };
}

type Wish = { most: number; leaseSeconds: number };

/**
 * Of each person the first that is not done, also while it waits for its time: what came after it waits, too. And
 * nothing of a person while something of theirs is in somebody's hands, also when what is earlier comes late. Asked
 * row by row through the index on purpose: joined, the planner reads all that wait for each few it takes.
 */
async function take(db: Kysely<Tables>, channels: string[], now: Date, wish: Wish): Promise<TakenEvent[]> {
  const leasedUntil = new Date(now.getTime() + wish.leaseSeconds * 1000);
  const { rows } = await sql<Row>`with chosen as (
      select channel, external_id from channel_events event
      where state = 'due' and channel = any(${channels}::text[]) and due_at <= ${now}::timestamptz
        and number = (select number from channel_events first
          where first.state = 'due' and first.channel = event.channel and first.person = event.person
          order by first.rank, first.number limit 1)
        and (select true from channel_events held
          where held.state = 'due' and held.channel = event.channel and held.person = event.person
            and held.attempts > 0 and held.due_at > ${now}::timestamptz limit 1) is null
      order by number limit ${wish.most} for update skip locked
    )
    update channel_events event set due_at = ${leasedUntil}::timestamptz, attempts = event.attempts + 1
    from chosen where event.channel = chosen.channel and event.external_id = chosen.external_id
    returning event.channel, event.external_id, event.person, event.rank, event.kind, event.payload, event.attempts`.execute(
    db,
  );
  return rows.map(({ external_id: externalId, attempts: attempt, ...event }) => ({ ...event, externalId, attempt }));
}
