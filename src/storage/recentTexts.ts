import { type Kysely, sql } from "kysely";
import { rowsOf } from "./figureRows";
import type { Tables } from "./tables";

type Asked = { text: string; times: number };

/** So many turns are read for one text that is kept: people say the same again, and in the middle of dialogs. */
const TURNS_PER_TEXT = 5;

/** What residents asked last in words of their own, masked, and how often; the newest first, each once. */
export function recentTexts(db: Kysely<Tables>, most: number): Promise<Asked[]> {
  return rowsOf(
    db,
    sql<Asked>`
      select text, count(*) as times from (
        select at, record #>> '{understanding,maskedText}' as text from turn_records
        where decision not in ('stay_silent', 'keep_waiting', 'stop_waiting', 'continue_dialog', 'cancel_dialog',
            'refuse_empty', 'thank_for_rating', 'thank_for_word', 'end_rating', 'tell_blocked')
          and record #>> '{decided,because}' <> 'a_button_was_pressed'
        order by at desc limit ${most * TURNS_PER_TEXT}
      ) as turns
      where text <> '' group by text order by max(at) desc limit ${most}`,
  );
}
