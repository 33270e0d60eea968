import type { ConversationView } from "../../../../staff/wire";

const KNOWN = /\{(name|number|topic|greeting)\}/g;
const EVENING = 18;
const NOON = 12;

const greetings = {
  pl: { morning: "Dzień dobry!", day: "Dzień dobry!", evening: "Dobry wieczór!" },
  en: { morning: "Good morning!", day: "Good afternoon!", evening: "Good evening!" },
  uk: { morning: "Доброго ранку!", day: "Доброго дня!", evening: "Доброго вечора!" },
};

/** Puts in what is known; what is not stays marked, for the author to replace. */
export function fill(
  text: string,
  view: Pick<ConversationView, "language" | "topic" | "serviceRequests">,
  name: string,
  now: Date,
): string {
  const known: Record<string, string | undefined> = {
    name,
    number: view.serviceRequests[0]?.service_request_id,
    topic: view.topic,
    greeting: greeting(view.language, now),
  };
  return text.replace(KNOWN, (mark, key: string) => known[key] ?? mark);
}

/** Marks that nobody has replaced yet. */
export const unfilled = (text: string): string[] => [...new Set([...text.matchAll(KNOWN)].map(([mark]) => mark))];

function greeting(language: ConversationView["language"], now: Date): string {
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Warsaw", hour: "2-digit", hourCycle: "h23" }).format(now),
  );
  const words = greetings[language];
  return hour >= EVENING ? words.evening : hour < NOON ? words.morning : words.day;
}
