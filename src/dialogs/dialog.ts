import { z } from "zod";
import { Language, Localized } from "../conversation/language";
import { slotFields } from "../conversation/slot";

/** One step of a dialog. What a dialog needs beyond these becomes a new kind here, not an expression in YAML. */
export const Step = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("ask"), ...slotFields }),
  /** Asked only for services that want a phone call first; "no" ends the dialog. */
  z.strictObject({ step: z.literal("ask_if_immediate"), ...slotFields }),
  z.strictObject({ step: z.literal("ask_of_service") }),
  z.strictObject({ step: z.literal("confirm") }),
]);
export type Step = z.infer<typeof Step>;

/** What the understanding room found in a resident's line of a sample conversation. */
const Understood = z.strictObject({
  service: z.string().optional(),
  services: z.array(z.string()).optional(),
  place: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  number: z.string().optional(),
});

const Texts = z.union([z.string(), z.array(z.string()).min(1)]);

/** One line of a sample conversation. `bot` lists words that must be said, `buttons` what must be offered. */
export const Line = z.union([
  z.strictObject({ resident: z.string(), understood: Understood.optional() }),
  z.strictObject({ press: z.string() }),
  z.strictObject({ photos: z.number().int().positive() }),
  z.strictObject({ bot: Texts, not: Texts.optional() }),
  z.strictObject({ buttons: z.array(z.string()) }),
  z.strictObject({
    ends: z.enum(["finished", "cancelled", "needs_human"]),
    with: z.record(z.string(), z.string()).optional(),
  }),
]);
export type Line = z.infer<typeof Line>;

/** A sample conversation kept beside the dialog and run as a test. */
export const Sample = z.strictObject({
  about: z.string(),
  language: Language.default("pl"),
  chat: z.array(Line).min(2),
});
export type Sample = z.infer<typeof Sample>;

/** Texts as residents write them, by language. */
const Examples = z.strictObject({
  pl: z.array(z.string()).default([]),
  en: z.array(z.string()).default([]),
  uk: z.array(z.string()).default([]),
});

/** A guided errand: questions in order, and what it ends with. */
export const Dialog = z.strictObject({
  id: z.string(),
  title: Localized,
  examples: Examples,
  keywords: z.array(z.string()).default([]),
  /** The kind of report this dialog files, when it is always the same. */
  service: z.string().optional(),
  steps: z.array(Step).min(1),
  finishes_with: z.enum(["file_service_request", "leave_contact", "tell_status"]),
  thanks: Localized.optional(),
  conversations: z.array(Sample),
});
export type Dialog = z.infer<typeof Dialog>;
