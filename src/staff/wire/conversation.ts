import { z } from "zod";
import type { MessageForm } from "../../conversation/messageForm";
import type { Occasion } from "../../conversation/transcript";
import type { Intent } from "../../conversation/understanding";
import type { LimitsView, LineDelivery } from "./channel";
import type { QueueItem } from "./desk";
import { Key, Text } from "./text";

/** `lastSeq`: the last line the author saw; a newer one of somebody else makes the words stale. */
export const SayBody = z
  .strictObject({
    text: z.string().trim().max(4000),
    lastSeq: z.int32().nonnegative(),
    key: Key,
    /** Ids of files uploaded to this conversation. */
    attachments: z.array(Text.max(100)).max(5).default([]),
  })
  .refine(({ text, attachments }) => text !== "" || attachments.length > 0, "nothing was said");

/** A file to be sent with words. What it is, its first bytes tell; `contentType` is what the browser took it for. */
export const FileBody = z.strictObject({ name: Text.max(300), contentType: Text.max(200), base64: z.string().min(1) });

/** Back to the bot; the note is private. */
export const ReturnBody = z.strictObject({ note: Text.trim().max(1000).default("") });

/** Why a consultant closes a conversation. */
export const CloseReason = z.enum(["solved", "redirected", "phoned", "resident_left", "abuse", "spam", "other"]);
export type CloseReason = z.infer<typeof CloseReason>;
export const CloseBody = z
  .strictObject({
    reason: CloseReason,
    note: Text.trim().max(1000),
    /** Whether the resident is asked how it was, 1–5. */
    askRating: z.boolean().default(false),
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", "another reason needs a note");

/** To one person or one team; `evenIfGone`: also when nobody of them is at the desk now. */
export const TransferBody = z.strictObject({
  to: z.union([z.strictObject({ account: Text.max(60) }), z.strictObject({ team: Text.max(60) })]),
  note: Text.trim().max(1000),
  evenIfGone: z.boolean().default(false),
});
export const AssignBody = z.strictObject({ account: Text.max(60) });
export const SnoozeBody = z.strictObject({ until: z.iso.datetime(), note: Text.trim().max(1000).default("") });
export const BlockBody = z.strictObject({ days: z.int().min(1).max(365), reason: Text.trim().min(1).max(500) });
export const NoteBody = z.strictObject({
  text: Text.trim().min(1).max(4000),
  /** Ids of accounts that are told. */
  mentions: z.array(Text.max(60)).max(20).default([]),
  key: Key,
});
export const TagsBody = z.strictObject({
  add: z.array(Text.trim().min(1).max(40)).max(20).default([]),
  remove: z.array(Text.max(40)).max(20).default([]),
});
export const TranscriptBody = z.strictObject({ email: z.email().max(200) });

export type AttachmentView = { id: string; name: string; contentType: string; sizeBytes: number };

export type EntryView = {
  seq: number;
  id: string;
  at: string;
  author: "resident" | "bot" | "consultant" | "system";
  authorName?: string;
  text: string;
  choices?: string[];
  attachments?: AttachmentView[];
  occasion?: Occasion;
  form?: MessageForm;
};

/** What the bot made of the message with this seq; the text is masked. */
export type ThoughtView = {
  seq: number;
  at: string;
  maskedText: string;
  candidates: { intent: Intent; meaning: string; confidence: number }[];
  decision: string;
  because: string;
  /** Meanings that were not acted on, and why. */
  rejected: { meaning: string; confidence: number; why: string }[];
};

/** A private note of staff; residents never see it. */
export type NoteView = { id: string; text: string; by: string; byId: string; mentions: string[]; at: string };

/** Another conversation of the same resident on the same channel. */
export type EarlierView = {
  id: string;
  startedAt: string;
  topic?: string;
  lastLine?: string;
  speaker: QueueItem["speaker"];
};

export type RatingView = { score: number; word?: string; at: string };

export type ConversationView = QueueItem & {
  /** Fields of the dialog that was going on, with their labels. */
  filled: { label: string; value: string }[];
  dialog?: string;
  /** With a seq above the one asked for, oldest first. */
  entries: EntryView[];
  /** Of the newest lines that were to be sent, whatever lines were asked for: what becomes of old ones changes, too. */
  deliveries: LineDelivery[];
  /** None where the channel is switched off: nothing leaves. */
  limits?: LimitsView;
  /** The resident does not want to hear of us on this channel; what else they left to be reached by. */
  refusesUs?: { contacts: string[] };
  /** Newest first. */
  thoughts: ThoughtView[];
  serviceRequests: ServiceRequestView[];
  /** Oldest first. */
  notes: NoteView[];
  /** Newest first. */
  earlier: EarlierView[];
  rating?: RatingView;
  blocked?: { id: string; until: string; by: string };
  closing?: { reason: CloseReason; note: string; by: string; at: string };
};

export type ServiceRequestView = {
  service_request_id: string;
  service: string;
  kind: "report" | "idea";
  status: "open" | "closed";
  status_notes: string;
  agency_responsible: string;
  description: string;
  place: string;
  contact: { phone?: string; email?: string };
  attachments: AttachmentView[];
  conversationId?: string;
  requestedAt: string;
};

/** What might be answered now: `score` 0–1 is the bot's own confidence. Never sent by itself. */
export type SuggestionView = { intent: Intent; title: string; score: number; text: string };
export type SuggestionsView = { seq?: number; suggestions: SuggestionView[] };
