import { z } from "zod";
import { Localized } from "./language";

/** What kind of answer a question expects; the engine knows how to read, ask and show each. */
export const SlotKind = z.enum([
  "text",
  "place",
  "choice",
  "yes_no",
  "number",
  "phone",
  "email",
  "contact",
  "photo",
  "service",
  "service_request_id",
]);
export type SlotKind = z.infer<typeof SlotKind>;

/**
 * One possible answer, drawn as a button. A pattern is one or more words; `duż*` means any word that begins so.
 * `words` mean this answer wherever they are said, `answers` only when the question was just asked.
 */
export const SlotChoice = z.strictObject({
  value: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
  title: Localized,
  words: z.array(z.string().min(2)).default([]),
  answers: z.array(z.string().min(1)).default([]),
  /** This answer is a danger: the service's urgent text is said. */
  urgent: z.boolean().default(false),
});
export type SlotChoice = z.infer<typeof SlotChoice>;

/** The fields of a question, spread into whatever holds one in editors' files. */
export const slotFields = {
  /** `confirm`, `change`, `nearby` and `nearby_send` name moments of a dialog that are no slots. */
  slot: z.string().regex(/^(?!(?:confirm|change|nearby|nearby_send)$)[a-z][a-z0-9_]*$/),
  expects: SlotKind,
  /** How the answer is named in the summary. */
  label: Localized,
  ask: Localized,
  /** The answer to "dlaczego pytacie?". */
  why: Localized,
  /** Said when the answer was not understood; each kind has a general one. */
  again: Localized.optional(),
  /** An answer as an example, said when it was not understood twice. */
  example: Localized.optional(),
  choices: z.array(SlotChoice).default([]),
  optional: z.boolean().default(false),
  /** A first message of at least so many words is itself the answer (`text` only). */
  told_in_words: z.number().int().positive().optional(),
  /** Patterns by which a resident names this slot: "zmień ulicę". */
  aliases: z.array(z.string().min(2)).default([]),
};

/** One question of a dialog. */
export const Slot = z.strictObject(slotFields);
export type Slot = z.infer<typeof Slot>;

/** `immediate`: a phone call first. `formal`, `redirect`: explained, never filed. */
export const ServiceKind = z.enum(["report", "immediate", "idea", "formal", "redirect"]);
export type ServiceKind = z.infer<typeof ServiceKind>;

/** What a kind of report is, spread into the file that holds one. */
export const serviceFields = {
  code: z.string().regex(/^[a-z][a-z-]*$/),
  group: z.string(),
  kind: ServiceKind,
};

/** What a kind of report says and asks, spread likewise. */
export const serviceFormFields = {
  label: Localized,
  /** Said before anything else: always, or when the resident uses one of the words. */
  urgent: z.strictObject({ always: z.boolean(), words: z.array(z.string()).default([]), text: Localized }).optional(),
  /** This service's own wording of the question about the place. */
  place: z.strictObject({ ask: Localized.optional(), optional: z.boolean().default(false) }).optional(),
  /** This service's own wording of the question about photos; not asked where a photo shows nothing. */
  photo: z.strictObject({ ask: Localized.optional(), asked: z.boolean().default(true) }).optional(),
  /** The description is asked before the place, where the kind itself tells little. */
  describe_first: z.boolean().optional(),
  /** What is worth writing in the description. */
  hint: Localized,
  questions: z.array(Slot).default([]),
  /** Instead of a form: what to do (`formal`, `redirect`). */
  explain: Localized.optional(),
  /** The article that tells more. */
  article: z.string().optional(),
};

/** What a dialog needs to know of a kind of report. */
export const ServiceForm = z.object({
  ...serviceFields,
  /** Whether reports of this kind may ever be shown in public. */
  public: z.boolean().optional(),
  ...serviceFormFields,
  /** Names the state of its file. */
  version: z.string().optional(),
});
export type ServiceForm = z.infer<typeof ServiceForm>;
