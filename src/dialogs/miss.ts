import type { Slot } from "../conversation/slot";
import { askPresent } from "./ask";
import { CHANGE, type Progress } from "./dialogParts";
import { askedSlot, type Form, moved } from "./form";
import { stay } from "./goOn";
import { say } from "./phrases";

/** First says it otherwise, then shows an example, then offers a person; after that a person is needed. */
export function miss(form: Form, lead: string[], first?: string): Progress {
  const slot = askedSlot(form);
  const missed = form.state.missed + 1;
  const next = moved(form, { missed });
  if (missed > 3) return { kind: "needs_human", reason: "dialog_stuck", state: next.state, replies: [] };
  if (missed === 3) return offerHuman(next, slot, lead);
  return stay(next, [...lead, missed === 1 && first !== undefined ? first : help(next, slot)]);
}

function help({ parts, language, state }: Form, slot: Slot | undefined): string {
  const { phrases } = parts;
  if (!slot) return say(phrases, state.asked === CHANGE ? "again_choice" : "summary_again", language);
  if (state.missed === 1) return slot.again?.[language] ?? say(phrases, `again_${slot.expects}`, language);
  const first = slot.choices[0]?.title[language] ?? "";
  const example = slot.example?.[language] ?? say(phrases, `example_${slot.expects}`, language, { first });
  return say(phrases, "example", language, { example });
}

function offerHuman(form: Form, slot: Slot | undefined, lead: string[]): Progress {
  const { phrases } = form.parts;
  const { text, choices = [] } = askPresent(form, slot, [...lead, say(phrases, "stuck", form.language)]);
  const human = { title: phrases.human[form.language], wish: { kind: "human" as const } };
  return { kind: "asking", state: form.state, replies: [{ text, choices: [...choices, human] }] };
}
