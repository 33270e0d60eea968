import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Language } from "../conversation/language";
import type { Candidate } from "../conversation/understanding";
import type { AskedInVain, Care, InVain, NewCare, StaffQuestions } from "../staff/doors";
import { rowsOf } from "./figureRows";
import { json, jsonOrNull, storable } from "./json";
import { KeptIntent } from "./recordedDecision";
import type { Tables } from "./tables";

/** What residents asked in vain, and what editors made of it. */
export function staffQuestions(db: Kysely<Tables>): StaffQuestions {
  return {
    async asked(since, most) {
      const [turns, labels] = await Promise.all([
        rowsOf(db, sql<Row>`${notUnderstood(since)} union all ${handedOver(since)} order by ms desc limit ${most}`),
        rowsOf(db, sql<Row>`${labelled(since)} order by ms desc limit ${most}`),
      ]);
      return together([...turns, ...labels]).slice(0, most);
    },
    thoughts: (sources) => thoughts(db, sources),
    cares: async (since) => new Map((await caresIn(db, { since })).map((care) => [care.source, care])),
    care: (care) => addCares(db, care),
    batch: async (batch) => (await caresIn(db, { batch }))[0],
    async undo(batch) {
      const { numDeletedRows } = await db.deleteFrom("question_cares").where("batch", "=", batch).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

type Row = {
  source: string;
  text: string;
  language: Language;
  /** A number: thousands of dates take the driver longer than everything else. */
  ms: number;
  reason: InVain;
  intent_kind?: string | null;
  intent_id?: string | null;
};

const of = (turn: string) => sql`'turn:' || ${sql.ref(`${turn}.conversation_id`)} || ':' || ${sql.ref(`${turn}.seq`)}`;
const ms = (of: string) => sql`(extract(epoch from ${sql.ref(of)}) * 1000)::float8 as ms`;

/** Also what was offered titles and none of them was pressed; a press is a label of its own. */
const notUnderstood = (since: Date) => sql`
  select ${of("turn")} as source, question as text, language, ${ms("at")}, 'not_understood' as reason
  from turn_records as turn
  where at >= ${since}::timestamptz and question is not null
    and decision in ('ask_to_rephrase', 'ask_for_matter', 'hand_off', 'point_outside', 'offer')
    and (decision <> 'offer' or not exists (
      select 1 from proposed_labels as pressed where pressed.conversation_id = turn.conversation_id
        and pressed.proposed_by = 'resident' and pressed.text = turn.question))`;

/** The very next turn after the answer brought a person, as the articles' figures count it. */
const handedOver = (since: Date) => sql`
  select ${of("before")} as source, before.question as text, before.language, ${ms("before.at")},
    'handed_over' as reason
  from turn_records as handed cross join lateral (
    select conversation_id, seq, language, at, told_article, question from turn_records as earlier
    where earlier.conversation_id = handed.conversation_id and earlier.seq < handed.seq
    order by earlier.seq desc limit 1
  ) as before
  where handed.at >= ${since}::timestamptz and handed.decision = 'hand_off'
    and before.told_article is not null and before.question is not null`;

/** A consultant's label is about a turn of its own; a resident's click about words of an earlier one, which it holds. */
const labelled = (since: Date) => sql`
  select case when label.proposed_by = 'consultant' and turn.seq is not null then ${of("turn")}
      else 'label:' || label.id end as source,
    label.text, coalesce(turn.language, 'pl') as language, ${ms("label.at")},
    case when intent_kind is null then 'none_of_these'
      when label.proposed_by = 'consultant' and label.instead <> '[]'
        and not label.instead @> jsonb_build_array(jsonb_build_object('kind', intent_kind, 'id', intent_id))
      then 'refused' else 'proposed' end as reason,
    label.intent_kind, label.intent_id
  from proposed_labels as label
  left join entries as entry on entry.conversation_id = label.conversation_id and entry.id = label.message_id
  left join turn_records as turn on turn.conversation_id = entry.conversation_id and turn.seq = entry.seq
  where label.at >= ${since}::timestamptz`;

/** What several say of one message is one question. */
function together(rows: Row[]): AskedInVain[] {
  const asked = new Map<string, AskedInVain>();
  for (const { source, text, language, ms, reason, intent_kind, intent_id } of rows) {
    const intent = intent_kind ? [KeptIntent.parse({ kind: intent_kind, id: intent_id })] : [];
    const known = asked.get(source) ?? { source, text, language, at: new Date(ms), reasons: [], proposed: [] };
    known.proposed.push(...intent);
    if (!known.reasons.includes(reason)) known.reasons.push(reason);
    asked.set(source, known);
  }
  return [...asked.values()].sort((one, other) => Number(other.at) - Number(one.at));
}

const Candidates = z.array(z.object({ intent: KeptIntent, confidence: z.number() }));

async function thoughts(db: Kysely<Tables>, sources: string[]): Promise<Map<string, Candidate[]>> {
  const turns = sources.flatMap((source) => {
    const [, conversation, seq] = source.match(/^turn:(.+):(\d{1,9})$/) ?? [];
    return conversation === undefined ? [] : [{ conversation, seq: Number(seq) }];
  });
  const rows = await rowsOf(
    db,
    sql<{ source: string; candidates: unknown }>`
      select ${of("turn")} as source, record #> '{understanding,candidates}' as candidates
      from turn_records as turn join jsonb_to_recordset(${json(turns)}::jsonb) as wanted (conversation text, seq int)
        on turn.conversation_id = wanted.conversation and turn.seq = wanted.seq`,
  );
  return new Map(rows.map(({ source, candidates }) => [source, Candidates.parse(candidates ?? [])]));
}

/** A question's last word in that time, or all rows of a batch. */
async function caresIn(db: Kysely<Tables>, { since, batch }: { since?: Date; batch?: string }): Promise<Care[]> {
  const rows = await db
    .selectFrom("question_cares as care")
    .innerJoin("staff_accounts as account", "account.id", "care.account_id")
    .leftJoin("staff_accounts as owner", "owner.id", "care.owner_id")
    .selectAll("care")
    .select(["account.display_name as by_name", "owner.display_name as owner_name"])
    .$if(since !== undefined, (query) => query.where("care.at", ">=", since ?? new Date()))
    .$if(batch !== undefined, (query) => query.where("care.batch", "=", batch ?? ""))
    .distinctOn("care.source")
    .orderBy("care.source")
    .orderBy("care.id", "desc")
    .execute();
  return rows.map(({ source, state, owner_id, owner_name, account_id, by_name, at, batch, note, target }) => ({
    source,
    state,
    ...(owner_id !== null && { owner: { id: owner_id, name: owner_name ?? "" } }),
    by: { id: account_id, name: by_name },
    ...{ at, batch, note },
    ...(target !== null && { target }),
  }));
}

/** One row a question; together they may be more than one statement's parameters hold. */
async function addCares(db: Kysely<Tables>, { sources, owner, by, note, target, ...care }: NewCare): Promise<void> {
  await sql`
    insert into question_cares (source, state, owner_id, account_id, at, batch, note, target)
    select source, ${care.state}, ${owner ?? null}, ${by}, ${care.at}::timestamptz, ${care.batch}, ${storable(note)},
      ${jsonOrNull(target)}::jsonb
    from jsonb_array_elements_text(${json(sources)}::jsonb) as source`.execute(db);
}
