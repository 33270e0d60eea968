import type { Language } from "../../conversation/language";
import type { Wish } from "../../conversation/reply";
import type { House } from "../channel";

/** A command of the bot's menu: its names, what the menu says of it, and the words it stands for. */
type Command = {
  name: Record<Language, string>;
  about: Record<Language, string>;
  words: Record<Language, string>;
  /** The first of the bot's own buttons that means this says it in the words editors chose. */
  means?(wish: Wish): boolean;
};

const commands: Command[] = [
  {
    name: { pl: "zglos", en: "report", uk: "povidomyty" },
    about: { pl: "Zgłoś problem w mieście", en: "Report a problem in the city", uk: "Повідомити про проблему в місті" },
    words: { pl: "Zgłoś problem", en: "Report a problem", uk: "Повідомити про проблему" },
    means: (wish) => wish.kind === "start" && wish.dialog === "report-problem",
  },
  {
    name: { pl: "status", en: "status", uk: "status" },
    about: { pl: "Sprawdź zgłoszenie", en: "Check a report", uk: "Перевірити звернення" },
    words: { pl: "Sprawdź zgłoszenie", en: "Check a report", uk: "Перевірити звернення" },
    means: (wish) => wish.kind === "start" && wish.dialog === "check-status",
  },
  {
    name: { pl: "czlowiek", en: "human", uk: "lyudyna" },
    about: { pl: "Porozmawiaj z człowiekiem", en: "Talk to a person", uk: "Поговорити з людиною" },
    words: { pl: "Porozmawiaj z człowiekiem", en: "Talk to a person", uk: "Поговорити з людиною" },
    means: (wish) => wish.kind === "human",
  },
  {
    name: { pl: "pomoc", en: "help", uk: "dopomoha" },
    about: { pl: "Co potrafi ten bot", en: "What this bot can do", uk: "Що вміє цей бот" },
    words: { pl: "Pomoc", en: "Help", uk: "Допомога" },
  },
  {
    name: { pl: "stop", en: "stop", uk: "stop" },
    about: {
      pl: "Nie chcę wiadomości o zgłoszeniach",
      en: "No more news of reports",
      uk: "Не надсилати новин про звернення",
    },
    words: { pl: "STOP", en: "STOP", uk: "STOP" },
  },
];

/** The menu as Telegram wants it. */
export const menuIn = (language: Language) =>
  commands.map(({ name, about }) => ({ command: name[language], description: about[language] }));

const languages = ["pl", "en", "uk"] as const;

/** A command of ours as the words it stands for, in the language of its name; any other text as it is. */
export function wordsFor(text: string, language: Language, { greeting }: Pick<House, "greeting">): string {
  const said = readCommand(text)?.name;
  const command = commands.find(({ name }) => languages.some((one) => name[one] === said));
  if (!command) return text;
  const { name, words, means } = command;
  const spoken = [language, ...languages].find((one) => name[one] === said) ?? language;
  const button = means && greeting(spoken).choices?.find(({ wish }) => means(wish));
  return button?.title ?? words[spoken];
}

/** `/start HEJ-1234-5678`, `/zglos@bot`: its name and what stands behind it. */
export function readCommand(text: string): { name: string; rest: string } | undefined {
  const [, name, rest = ""] = /^\/(\w{1,32})(?:@\w+)?(?:\s+(.*))?$/s.exec(text.trim()) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), rest: rest.trim() };
}

/** What somebody means who starts a conversation that is there already. */
export const hello: Record<Language, string> = { pl: "Dzień dobry", en: "Hello", uk: "Вітаю" };
