import type { Migration } from "./migration";

// A question in a resident's own words that may have been asked in vain is read off the record when a turn is written,
// so that a quarter of a year is listed without opening a record. Who pressed a button put no question; matters of
// nobody in particular (`knowledge/_outside.yaml`) were not helped with.
export const questions: Migration = {
  name: "0014_questions",
  statements: [
    `alter table turn_records
      add column question text generated always as (case
        when record #>> '{decided,because}' = 'a_button_was_pressed' then null
        when decision in ('answer', 'answer_in_dialog', 'ask_to_rephrase', 'ask_for_matter', 'offer')
          or (decision = 'point_outside' and record #>> '{decided,decision,id}' in ('unrelated', 'uncovered'))
          or (decision = 'hand_off' and record #>> '{decided,decision,reason}' = 'not_understood')
        then record #>> '{understanding,maskedText}' end) stored`,
    `create index turn_records_in_vain on turn_records (at)
      where question is not null and decision in ('ask_to_rephrase', 'ask_for_matter', 'hand_off', 'point_outside', 'offer')`,
    `create table question_cares (
      id bigint generated always as identity primary key,
      source text not null,
      state text not null check (state in ('open', 'taken', 'added', 'new_article', 'out_of_scope', 'done')),
      owner_id text references staff_accounts (id),
      account_id text not null references staff_accounts (id),
      at timestamptz not null,
      batch text not null,
      note text not null,
      target jsonb
    )`,
    "create index question_cares_source on question_cares (source, id)",
    "create index question_cares_at on question_cares (at)",
    "create index question_cares_batch on question_cares (batch)",
  ],
};
