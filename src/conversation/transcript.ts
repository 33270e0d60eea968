import type { Speaker } from "./conversation";
import type { Language } from "./language";
import type { Attachment } from "./message";
import type { MessageForm } from "./messageForm";
import type { Choice } from "./reply";

/** What happened around the words; shown in the thread as a line of its own. */
export type Occasion =
  | "consultant_joined"
  | "returned_to_bot"
  | "closed"
  /** To another person or team: the resident waits for them. */
  | "transferred"
  /** The consultant kept silent or left: the resident waits again, in front. */
  | "returned_to_queue"
  /** A consultant filed a service request for the resident. */
  | "request_filed"
  /** The resident ended the chat. */
  | "resident_left";

/** One line of a conversation as stored and shown. `seq` grows by one per line and conversation. */
export type Entry = {
  conversationId: string;
  seq: number;
  id: string;
  at: Date;
  author: "resident" | "bot" | "consultant" | "system";
  /** The consultant's name as residents may see it. */
  authorName?: string;
  text: string;
  choices?: Choice[];
  attachments?: Attachment[];
  occasion?: Occasion;
  form?: MessageForm;
  /** The channel's own id of a resident's message, echoed to that channel. */
  externalId?: string;
};

/** What a channel may know of a conversation. */
export type ConversationHead = {
  id: string;
  channel: string;
  residentId: string;
  lastSeq: number;
  speaker: Speaker;
  language: Language;
};
