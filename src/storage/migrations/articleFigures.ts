import type { Migration } from "./migration";

// What editors ask for every day is read off the records once, when a turn is written: reading a quarter of a year of
// JSON for every page would take seconds. Each index holds all its figure needs, so that no record is opened for it.
export const articleFigures: Migration = {
  name: "0012_article_figures",
  statements: [
    `alter table turn_records
      add column asked_article text generated always as (case
        when decision not in ('stay_silent', 'keep_waiting', 'stop_waiting', 'continue_dialog', 'cancel_dialog',
          'refuse_empty', 'thank_for_rating', 'thank_for_word', 'end_rating', 'tell_blocked')
          and record #>> '{decided,because}' <> 'a_button_was_pressed'
          and record #>> '{understanding,candidates,0,intent,kind}' = 'article'
          and (record #>> '{understanding,candidates,0,confidence}')::float8 >= (record #>> '{bands,offer}')::float8
        then record #>> '{understanding,candidates,0,intent,id}' end) stored,
      add column told_article text generated always as (case
        when decision in ('answer', 'answer_in_dialog') then record #>> '{decided,decision,article}' end) stored,
      add column told_part text generated always as (case
        when decision in ('answer', 'answer_in_dialog') and record #>> '{decided,because}' = 'a_button_was_pressed'
        then record #>> '{decided,decision,section}' end) stored`,
    "create index turn_records_asked on turn_records (at, asked_article) where asked_article is not null",
    `create index turn_records_told on turn_records (at, told_article)
      where told_article is not null and told_part is null`,
    "create index turn_records_handed_over on turn_records (at, conversation_id, seq) where decision = 'hand_off'",
  ],
};
