import type { CodeState } from "./continuation";
import type { HandoffReason } from "./conversation";
import type { RequestAct, SectionName, Wish } from "./reply";
import type { Intent } from "./understanding";

/** What the bot does about one message; the policy's whole vocabulary, kept in records and figures. */
export type Decision =
  | { kind: "stay_silent" }
  | { kind: "keep_waiting" }
  | { kind: "stop_waiting" }
  /** `about`: what the bot would have answered or begun, and may not. */
  | { kind: "hand_off"; reason: HandoffReason; about?: Intent }
  | { kind: "start_dialog"; dialog: string; service?: string }
  | { kind: "continue_dialog"; wish?: Wish }
  | { kind: "answer_in_dialog"; article: string; section?: SectionName }
  | { kind: "offer_to_resume" }
  | { kind: "cancel_dialog" }
  | { kind: "answer"; article: string; section?: SectionName }
  | { kind: "tell_status"; serviceRequestIds: string[] }
  /** Whether a public office is open: on these days (YYYY-MM-DD), or now when there are none. */
  | { kind: "tell_hours"; office: string; days: string[] }
  | { kind: "ask_which_office"; offices: string[]; days: string[] }
  /** The resident's own service request: asks for the words, asks whether it is meant, does it. */
  | { kind: "ask_for_words"; id: string; act: RequestAct }
  | { kind: "offer_act"; id: string; act: RequestAct; words: string }
  | { kind: "act_on_request"; id: string; act: RequestAct; words: string }
  /** A photo without a word: of one of these, which are the resident's own, or of something new. */
  | { kind: "ask_what_photo_shows"; serviceRequestIds: string[] }
  /** What a report is, an idea, a question, a formal complaint, and what belongs elsewhere. */
  | { kind: "explain_kinds" }
  | { kind: "small_talk"; id: string }
  | { kind: "point_outside"; id: string }
  | { kind: "offer"; intents: Intent[] }
  /** Two matters in one message: the resident says which comes first, the other waits. */
  | { kind: "ask_which_first"; intents: Intent[] }
  | { kind: "ask_to_rephrase" }
  /** Something was said that only makes sense about a matter, and there is none: "a ile to kosztuje?". */
  | { kind: "ask_for_matter" }
  | { kind: "refuse_empty" }
  /** After a consultant closed the conversation: how it was, 1–5, then perhaps a word. */
  | { kind: "thank_for_rating"; score: number }
  | { kind: "thank_for_word" }
  | { kind: "end_rating" }
  /** A resident blocked for abuse is told so. */
  | { kind: "tell_blocked" }
  /** Something came that no channel of ours can read, or a voice nobody but a person can listen to. */
  | { kind: "cannot_read" }
  | { kind: "cannot_listen" }
  /** No more news of service requests in this conversation; and the resident's own again. */
  | { kind: "unsubscribe" }
  | { kind: "subscribe_again" }
  /** A one-time code with which the resident goes on somewhere else; and what came of one that was written here. */
  | { kind: "give_code" }
  | { kind: "continue_here"; state: CodeState };

/** A meaning that was not acted on, and why; shown in records, in `explain` and to consultants. */
export type Rejected = { intent: Intent; confidence: number; why: string };

export type Decided = { decision: Decision; because: string; rejected: Rejected[] };
