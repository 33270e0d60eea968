import type { EntryView } from "../../../staff/wire";
import { words } from "./language";

export const saidWords = words(
  {
    sticker: (emoji: string) => `Naklejka: ${emoji}`,
    aSticker: "Naklejka",
    reaction: (emoji: string) => `Reakcja: ${emoji}`,
    reactionTakenBack: "Reakcja cofnięta",
    edit: "poprawiona wiadomość",
    unreadable: (what: string) => `Nie da się tu pokazać tego, co przyszło: ${what}`,
    unreadableThing: "Nie da się tu pokazać tego, co przyszło.",
    pageInbox: "Konsultant (ze skrzynki strony)",
    voice: (name: string) => `Nagranie głosowe ${name}`,
  },
  {
    en: {
      sticker: (emoji: string) => `Sticker: ${emoji}`,
      aSticker: "Sticker",
      reaction: (emoji: string) => `Reaction: ${emoji}`,
      reactionTakenBack: "Reaction taken back",
      edit: "corrected message",
      unreadable: (what: string) => `What came cannot be shown here: ${what}`,
      unreadableThing: "What came cannot be shown here.",
      pageInbox: "Consultant (from the page’s inbox)",
      voice: (name: string) => `Voice recording ${name}`,
    },
    uk: {
      sticker: (emoji: string) => `Наліпка: ${emoji}`,
      aSticker: "Наліпка",
      reaction: (emoji: string) => `Реакція: ${emoji}`,
      reactionTakenBack: "Реакцію скасовано",
      edit: "виправлене повідомлення",
      unreadable: (what: string) => `Те, що надійшло, тут не можна показати: ${what}`,
      unreadableThing: "Те, що надійшло, тут не можна показати.",
      pageInbox: "Консультант (зі скриньки сторінки)",
      voice: (name: string) => `Голосовий запис ${name}`,
    },
  },
);

type Words = (typeof saidWords)["pl"];

/** What was said, also where it was no plain message; an edit says of itself that it is one beside its words. */
export function saidIn({ text, form }: Pick<EntryView, "text" | "form">, words: Words): string {
  if (form === "sticker") return text === "" ? words.aSticker : words.sticker(text);
  if (form === "reaction") return text === "" ? words.reactionTakenBack : words.reaction(text);
  if (form === "unreadable") return text === "" ? words.unreadableThing : words.unreadable(text);
  return text;
}
