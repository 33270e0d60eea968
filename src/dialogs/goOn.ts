import type { Reply } from "../conversation/reply";
import { ask, askPresent, summary } from "./ask";
import { CONFIRM, type Progress } from "./dialogParts";
import { finish } from "./finish";
import { askedSlot, type Form, moved, nextSlot } from "./form";
import { say } from "./phrases";

/** The next open question, the summary, or the end; it follows from what is known, not from a stored step. */
export function goOn(form: Form, lead: string[] = [], before: Reply[] = []): Progress {
  const slot = nextSlot(form);
  if (slot) {
    const next = moved(form, { asked: slot.slot, missed: 0 });
    return { kind: "asking", state: next.state, replies: [...before, ask(next, slot, lead)] };
  }
  if (!form.dialog.steps.some(({ step }) => step === "confirm")) return finish(form, lead);
  const next = moved(form, { asked: CONFIRM, missed: 0 });
  return { kind: "asking", state: next.state, replies: [...before, summary(next, lead)] };
}

/** The present question once more, after something was said about it. */
export function stay(form: Form, lead: string[], before: Reply[] = []): Progress {
  const replies = [...before, askPresent(form, askedSlot(form), lead)];
  return { kind: "asking", state: form.state, replies };
}

/** Nothing is changed after all. */
export function keepAsItIs(form: Form, lead: string[]): Progress {
  return goOn(form, [...lead, say(form.parts.phrases, "kept", form.language)]);
}
