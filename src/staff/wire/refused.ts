import type { Mistake } from "../../content/mistakes";
import type { RefusedAct } from "../../serviceRequests/lifeCycle";
import type { PasswordMistake } from "./account";
import type { EntryView } from "./conversation";
import type { DraftView } from "./drafts";
import type { FieldMistake } from "./form";
import type { PageRefused } from "./imports";
import type { Steal } from "./questions";
import type { LineMistake } from "./regression";

/** A refusal is `{ error: Refused }`; the words for its code are the console's. */
export type Refused =
  | {
      code:
        | "login_refused"
        | "second_factor_needed"
        | "no_session"
        | "csrf"
        | "wrong_origin"
        | "not_json"
        | "forbidden";
    }
  | { code: "password_change_required" | "second_factor_required" | "not_found" | "login_taken" | "yourself" }
  | { code: "last_administrator" | "too_many" | "name_taken" }
  | { code: "locked"; retryAfterSeconds: number }
  | { code: "wrong_body"; fields: string[] }
  /** No article, service, dialog, small talk or outside matter of that name. */
  | { code: "unknown_intent"; fields: string[] }
  | { code: "password_refused"; because: PasswordMistake | "wrong_old" }
  | { code: "code_refused" }
  | { code: "held"; by: string }
  | { code: "not_yours"; by?: string }
  | { code: "closed" }
  /** The offer is over or was somebody else's. */
  | { code: "not_offered" }
  /** Nobody of those it would go to is at the desk now. */
  | { code: "nobody_there" }
  | { code: "in_the_past" }
  | { code: "form_mistakes"; mistakes: FieldMistake[] }
  /** This kind is explained, never filed. */
  | { code: "not_filed"; explain: string }
  | { code: "file_refused"; because: "too_large" | "wrong_type" | "unreadable" | "too_many" }
  /** The life cycle does not allow it now. `version`: as it is by now, when it was another one that was seen. */
  | { code: "act_refused"; because: RefusedAct; version?: number }
  /** Somebody saved another version meanwhile; here it is. */
  | { code: "office_stale"; version: number; value: unknown; by: string }
  /** Somebody wrote in the draft meanwhile; here it is. */
  | { code: "draft_stale"; draft: DraftView }
  /** It cannot be published, or not by you. */
  | { code: "not_published"; because: "moved" | "not_approved" | "not_seen" | "own_work"; paths?: string[] }
  | { code: "content_mistakes"; mistakes: Mistake[] }
  /** Nothing was taken of what was given; what is wrong in each line. */
  | { code: "wrong_lines"; lines: LineMistake[] }
  | { code: "page_refused"; because: PageRefused }
  | { code: "set_full"; texts: number; most: number }
  /** Other meanings are likelier for these texts; `anyway` gives them away all the same. */
  | { code: "steals"; steals: Steal[] }
  /** No SMTP server is set up. */
  | { code: "no_mail" }
  | { code: "stale"; missed: EntryView[]; lastSeq: number };
