import type { DialogState, Memory } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { Choice, Reply } from "../conversation/reply";
import { openForm } from "../dialogs/form";
import { fill } from "./fill";
import type { Heard } from "./heard";
import type { Content, Parts } from "./parts";
import { choiceFor } from "./sayOffer";

/** Asks what to do about a dialog that was left unfinished, beside the new matter when there is one. */
export function sayResume({ memory, understanding }: Heard, { content }: Parts): Reply {
  const { dialog, language } = memory;
  const phrases = content.botPhrases[language];
  const title = dialog ? titleOf(dialog, language, content) : "";
  const [newMatter] = understanding.candidates
    .slice(0, 1)
    .flatMap(({ intent }) => choiceFor(intent, language, content));
  return {
    text: fill(phrases.resume, { title }),
    choices: [
      ...resumeChoices(memory, { content }),
      ...(newMatter ? [newMatter] : []),
      { title: phrases.resumeNo, wish: { kind: "cancel" } },
    ],
  };
}

/** The button that leads back into the running dialog; none when none is running. */
export function resumeChoices({ dialog, language }: Memory, { content }: Pick<Parts, "content">): Choice[] {
  if (!dialog) return [];
  const title = fill(content.botPhrases[language].resumeYes, { title: titleOf(dialog, language, content) });
  return [{ title, wish: { kind: "resume" } }];
}

/** What a dialog is about, in a resident's words. */
function titleOf(state: DialogState, language: Language, { dialogs }: Content): string {
  const form = openForm(dialogs, state, language);
  const { title } = form?.dialog ?? dialogs.dialogs.get(state.dialog) ?? {};
  return (form?.service?.label ?? title)?.[language] ?? "";
}
