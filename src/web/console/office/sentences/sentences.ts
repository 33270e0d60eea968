import type { Sentence } from "../../../../staff/wire/office";
import { type Language, useWords } from "../../kit/language";
import { stateWords } from "../../requests/stateTexts";
import type { PlaceOf } from "../mistakes";
import { officeWords } from "../texts";
import type { Choices } from "../useChoices";
import { sentenceWords } from "./texts";

export type State = Sentence["state"];
const isState = (name: string): name is State => name in stateWords.pl;
/** In the order of a life. */
export const states: State[] = Object.keys(stateWords.pl).filter(isState);
export const spoken: Language[] = ["pl", "en", "uk"];

/** Which one it is: there is one for a state, kind and event. */
export const keyOf = ({ state, service, after }: Sentence): string => `${state}/${service ?? ""}/${after ?? ""}`;
export const isUsual = ({ service, after }: Sentence): boolean => !service && !after;

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a sentence is for, in words. */
export function useSentenceNames({ service: serviceName }: Choices) {
  const words = useWords(sentenceWords);
  const states = useWords(stateWords);
  const when = ({ service, after }: Sentence): string =>
    [after && words.after[after], service && words.forService(serviceName(service))].filter(Boolean).join(", ") ||
    words.usual;
  return { when, whole: (sentence: Sentence) => `${states[sentence.state]}, ${when(sentence)}` };
}

/** Where a refused path of the sentences leads. */
export function useSentencePlaces(choices: Choices): PlaceOf<{ sentences: Sentence[] }> {
  const words = useWords(sentenceWords);
  const office = useWords(officeWords);
  const { whole } = useSentenceNames(choices);
  return ([, at, field = "", language = ""], { sent, now }) => {
    const sentence = sent.sentences[Number(at)];
    if (!sentence) return undefined;
    const spokenIn = spoken.find((one) => one === language);
    const fields: Record<string, string> = { service: office.service, after: words.afterLabel };
    return {
      key: keyOf(sentence),
      name: whole(sentence),
      field: spokenIn ? words.sentence(words.languages[spokenIn]) : (fields[field] ?? ""),
      sent: sentence,
      now: now.sentences.find((one) => keyOf(one) === keyOf(sentence)),
    };
  };
}

/** `{…}` that stand for nothing. */
export const unknownIn = (text: string, known: string[]): string[] =>
  [...text.matchAll(/\{([^}]*)\}/g)].filter(([, name = ""]) => !known.includes(name)).map(([whole]) => whole);

const days = { pl: "14 dni", en: "14 days", uk: "14 днів" };

/** The text as somebody would read it about a sample. */
export function filled(text: string, language: Language, { service, unit }: { service: string; unit: string }): string {
  const values: Record<string, string> = {
    ...{ service, unit, owner: "PKP PLK", contact: "22 473 30 00", into: "KR-2026-000123-7" },
    days: days[language],
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
