import { z } from "zod";
import { type Language, Localized } from "../conversation/language";
import { SlotKind } from "../conversation/slot";

const names = [
  "have",
  "summary",
  "summary_ask",
  "summary_again",
  "skipped",
  "yes",
  "no",
  "send",
  "change",
  "cancel",
  "skip",
  "remove",
  "dont_know",
  "keep",
  "human",
  "read_more",
  "something_else",
  "which_service",
  "what_to_change",
  "changing",
  "share_place",
  "kept",
  "changed",
  "photo_added",
  "photos_full",
  "photos_not_here",
  "waiting_for_photo",
  "needed",
  "example",
  "stuck",
  "first_question",
  "cancelled",
  "not_filed",
  "outdated",
  "resumed",
  "place_which",
  "place_meant",
  "place_as_said",
  "place_other",
  "place_number",
  "place_outside",
  "place_outside_again",
  "place_inside",
  "place_of_photo",
  "place_of_photo_ask",
  "nearby_one",
  "nearby_some",
  "nearby_same",
  "nearby_same_as",
  "nearby_other",
  "nearby_other_send",
  "nearby_followed",
] as const;

const PhraseName = z.enum([
  ...names,
  ...SlotKind.options.map((kind) => `again_${kind}` as const),
  ...SlotKind.options.map((kind) => `example_${kind}` as const),
]);
export type PhraseName = z.infer<typeof PhraseName>;

/** What the form engine itself says, the same in every dialog; `_phrases.yaml`. */
export const Phrases = z.record(PhraseName, Localized);
export type Phrases = z.infer<typeof Phrases>;

/** The phrase in that language with its `{blanks}` filled. */
export function say(
  phrases: Phrases,
  name: PhraseName,
  language: Language,
  blanks: Record<string, string> = {},
): string {
  return phrases[name][language].replace(/\{(\w+)\}/g, (blank, key: string) => blanks[key] ?? blank);
}

/** A resident's words as they may be read back: one line, and nothing that our light Markdown would take for its own. */
export function quote(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\{/g, "(").replace(/\}/g, ")").replace(/\]\(/g, "] (").trim();
}
