import { z } from "zod";
import { Language, Localized } from "./language";
import { Attachment } from "./message";
import { Place } from "./place";
import { Choice, RequestAct } from "./reply";
import { Intent } from "./understanding";

/** Who answers the resident now. `waiting`: for a consultant, in the queue. */
export const Speaker = z.enum(["bot", "waiting", "consultant", "closed"]);
export type Speaker = z.infer<typeof Speaker>;

/** Why a conversation went to people. */
export const HandoffReason = z.enum([
  "asked_for_human",
  "not_understood",
  "none_of_these",
  "dialog_stuck",
  "backend_failed",
  "bot_failed",
  "not_answered",
  "topic_off",
]);
export type HandoffReason = z.infer<typeof HandoffReason>;

/** A place by its official name. `detail` stands beside it in the resident's words. */
const KnownPlace = z.object({ ...Place.shape, districtName: z.string().optional(), detail: z.string().optional() });
export type KnownPlace = z.infer<typeof KnownPlace>;

/** What can be asked about a place that was named; each once. */
const PlaceQuestion = z.enum(["which", "number", "outside"]);
export type PlaceQuestion = z.infer<typeof PlaceQuestion>;

/** What the answer `said` to the question about the place was found to mean; of another answer it says nothing. */
export const DialogPlace = z.object({
  said: z.string(),
  found: KnownPlace.optional(),
  /** What it may be, while that is not clear. */
  candidates: z.array(KnownPlace).optional(),
  /** Whose it is, when it is not the city's. */
  whose: Localized.optional(),
  /** The question that is open now. */
  question: PlaceQuestion.optional(),
  asked: z.array(PlaceQuestion),
});
export type DialogPlace = z.infer<typeof DialogPlace>;

/** Something of the content as it was when it was begun with: its version, and what of it a resident meets. */
const KeptVersion = z.object({ version: z.string(), made: z.unknown() });
export type KeptVersion = z.infer<typeof KeptVersion>;

/** A guided dialog that is going on: everything needed to go on tomorrow, on another process. */
export const DialogState = z.object({
  dialog: z.string(),
  /** The kind of report, once known (dialogs that file a service request). */
  service: z.string().optional(),
  /** slot → what the resident said, normalised. An empty string means "skipped". */
  answers: z.record(z.string(), z.string()),
  attachments: z.array(Attachment),
  /** What the place is, as far as it was found. */
  place: DialogPlace.optional(),
  /** Where the photo sent was taken, until the place is known. */
  photoPlace: KnownPlace.optional(),
  /** What is reported near the place was shown, and it is something else. */
  nearbyTold: z.boolean().optional(),
  /**
   * The slot the last question was about; `confirm` at the summary, `change` when asked what to change, `nearby` and
   * `nearby_send` when shown what is reported already (the latter: only sending is left).
   */
  asked: z.string().optional(),
  /** Slots in the order they were answered by a question, for "back". */
  answered: z.array(z.string()),
  /** How often in a row the present question was not answered. */
  missed: z.number().int(),
  /** The dialog and the kind of report as they were when begun: what editors change meanwhile holds for the next one. */
  kept: z.object({ dialog: KeptVersion, service: KeptVersion.optional() }).optional().catch(undefined),
});
export type DialogState = z.infer<typeof DialogState>;

/** What a consultant finds when taking over. `since` is ISO 8601. */
const Handoff = z.object({ reason: HandoffReason, since: z.string(), summary: z.string() });

/** What the bot remembers between turns; everything else is in the messages. */
export const Memory = z.object({
  language: Language,
  /** The language the message before seemed to be in, when that was another than `language`. */
  otherLanguage: Language.optional(),
  dialog: DialogState.optional(),
  /** A dialog set aside for another one; it comes back when that ends. */
  paused: DialogState.optional(),
  /** The article answered last, for "a ile to kosztuje?". */
  topic: z.string().optional(),
  /** The public office whose hours were told last, for "a jutro?". */
  office: z.string().optional(),
  /** Matters named in one message whose turn has not come yet, each in the resident's own words. */
  waiting: z.array(z.object({ intent: Intent, text: z.string() })).optional(),
  /** What the resident is about to do about their own service request, and the words and photos that go with it, once sent. */
  acting: z
    .object({
      id: z.string(),
      act: RequestAct,
      words: z.string().optional(),
      attachments: z.array(Attachment).optional(),
    })
    .optional(),
  /** Photos that came without a word, until the resident says what they belong to. */
  photos: z.array(Attachment).optional(),
  /** The last message that was not understood, masked, until a button tells what it meant. */
  unclear: z.string().optional(),
  /** Buttons of the last reply that had any. */
  offered: z.array(Choice),
  /** How often in a row the resident's present need was not understood. */
  misunderstood: z.number().int(),
  handoff: Handoff.optional(),
  /** ISO 8601 time until which a message is taken as a word to the rating just given. */
  ratingWordUntil: z.string().optional(),
  /** ISO 8601 time until which somebody of the city answers past us, in the platform's own inbox. */
  silentUntil: z.string().optional(),
  /** ISO 8601 time when a blocked resident was told last. */
  blockedToldAt: z.string().optional(),
  /** ISO 8601 time when a mail was answered by itself last. */
  mailAnsweredAt: z.string().optional(),
  /** ISO 8601 times of wrong codes written here lately. */
  wrongCodes: z.array(z.string()).optional(),
  /** ISO 8601 time of the resident's last turn. */
  lastTurnAt: z.string().optional(),
});
export type Memory = z.infer<typeof Memory>;

export type Conversation = {
  id: string;
  channel: string;
  residentId: string;
  /** Grows by one with every committed change; a writer with an old version is refused. */
  version: number;
  speaker: Speaker;
  /** The account that took the conversation over. */
  consultantId?: string;
  memory: Memory;
};

export function emptyMemory(language: Language): Memory {
  return { language, offered: [], misunderstood: 0 };
}
