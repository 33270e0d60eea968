import type { Reply } from "../conversation/reply";
import { ask, askPresent, summary } from "./ask";
import { CONFIRM, NEARBY, type Progress } from "./dialogParts";
import { finish } from "./finish";
import { askedSlot, consents, type Form, moved, nextSlot, placeSlot } from "./form";
import { nearbyOf, showNearby } from "./nearby";
import { say } from "./phrases";
import { questionAbout } from "./place";

/** The next open question, the summary, or the end; it follows from what is known, not from a stored step. */
export function goOn(form: Form, lead: string[] = [], before: Reply[] = []): Progress {
  const slot = nextSlot(form);
  // Whether to file at all comes first.
  const decided = !slot || !consents(form).includes(slot);
  if (decided) {
    const about = askAboutIt(form, lead, before);
    if (about) return about;
  }
  if (slot) {
    const next = moved(form, { asked: slot.slot, missed: 0 });
    return { kind: "asking", state: next.state, replies: [...before, ask(next, slot, lead)] };
  }
  if (!form.dialog.steps.some(({ step }) => step === "confirm")) return finish(form, lead);
  const next = moved(form, { asked: CONFIRM, missed: 0 });
  return { kind: "asking", state: next.state, replies: [...before, summary(next, lead)] };
}

/** What is open about the place that was named, or what is reported there already. */
function askAboutIt(form: Form, lead: string[], before: Reply[]): Progress | undefined {
  const { place } = form.state;
  const question = questionAbout(place, form.service);
  const slot = placeSlot(form);
  if (question && place && slot) {
    const asked = { ...place, question, asked: [...place.asked.filter((one) => one !== question), question] };
    const next = moved(form, { asked: slot.slot, missed: 0, place: asked });
    return { kind: "asking", state: next.state, replies: [...before, ask(next, slot, lead)] };
  }
  if (nearbyOf(form).length === 0) return undefined;
  const shown = showNearby(form, lead, NEARBY);
  return { ...shown, replies: [...before, ...shown.replies] };
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
