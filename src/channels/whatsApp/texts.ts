import type { Language } from "../../conversation/language";

/** Opens a list of choices; at most 20 characters. */
export const openList: Record<Language, string> = { pl: "Wybierz", en: "Choose", uk: "Обрати" };

/** What residents may tap before they write anything: at most four, of 80 characters, without emoji. */
export const prompts: string[] = [
  "Chcę zgłosić problem w mieście",
  "Co się dzieje z moim zgłoszeniem?",
  "Jak wyrobić dowód osobisty?",
  "Chcę porozmawiać z człowiekiem",
];

/** What the platform proposes once somebody types "/"; it arrives as "/name" and means `says`. */
export const commands: { name: string; description: string; says: string }[] = [
  { name: "zglos", description: "Zgłoś problem w mieście", says: "Chcę zgłosić problem" },
  { name: "status", description: "Sprawdź, co się dzieje ze zgłoszeniem", says: "Co się dzieje z moim zgłoszeniem?" },
  { name: "anuluj", description: "Przerwij to, o czym teraz mowa", says: "Anuluj" },
  { name: "czlowiek", description: "Porozmawiaj z człowiekiem", says: "Chcę porozmawiać z człowiekiem" },
];

/** A command in the words it stands for; anything else as it was written. */
export function saidByCommand(text: string): string {
  return commands.find(({ name }) => text.trim().toLowerCase() === `/${name}`)?.says ?? text;
}
