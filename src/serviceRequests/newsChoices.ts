import { Language } from "../conversation/language";
import type { Choice, RequestAct } from "../conversation/reply";

/** Under news of a service request only these can be pressed; everything else needs words first. */
type Pressable = Extract<RequestAct, "confirm" | "reopen">;

/** `reopenOnly`: where nothing is asked, as with what cannot be done. */
const titles: Record<Language, Record<Pressable | "reopenOnly", string>> = {
  pl: { confirm: "Tak, naprawione", reopen: "Nie, otwórz ponownie", reopenOnly: "Otwórz ponownie" },
  en: { confirm: "Yes, it is fixed", reopen: "No, reopen it", reopenOnly: "Reopen it" },
  uk: { confirm: "Так, виправлено", reopen: "Ні, відкрити знову", reopenOnly: "Відкрити знову" },
};

type Titled = { title: string; act: Pressable };

/** What the reporter may answer to news, of all that may be done now; without a number, as it is typed where there are no buttons. */
export function newsAnswers(acts: readonly RequestAct[], language: Language): Titled[] {
  const { confirm, reopen, reopenOnly } = titles[language];
  if (!acts.includes("reopen")) return acts.includes("confirm") ? [{ title: confirm, act: "confirm" }] : [];
  if (!acts.includes("confirm")) return [{ title: reopenOnly, act: "reopen" }];
  return [
    { title: confirm, act: "confirm" },
    { title: reopen, act: "reopen" },
  ];
}

/** The same as buttons. The number stands in the title: pressed later, and beside others, it still means this one. */
export function newsChoices(id: string, acts: readonly RequestAct[], language: Language): Choice[] {
  return newsAnswers(acts, language).map(numbered(id));
}

/** Every button that may ever have stood under news of it, in any language. */
export function everyNewsChoice(id: string): Choice[] {
  return everyNewsAnswer().map(numbered(id));
}

export function everyNewsAnswer(): Titled[] {
  return Language.options.flatMap((language) => [
    ...newsAnswers(["confirm", "reopen"], language),
    ...newsAnswers(["reopen"], language),
  ]);
}

function numbered(id: string) {
  return ({ title, act }: Titled): Choice => ({ title: `${title} (${id})`, wish: { kind: "act", id, act } });
}
