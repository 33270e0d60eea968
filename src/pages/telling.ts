import type { Language } from "../conversation/language";
import type { RequestEvent, ServiceRequest } from "../serviceRequests/doors";
import { publicSentenceFor, sentenceFor } from "../serviceRequests/sentences";
import { type Html, html } from "./html";
import { withNumbers } from "./numbers";
import type { PageNames } from "./parts";
import { type Texts, textsIn } from "./texts/texts";

/** Who reads, in which language, and how things are called; given to every piece of a page. */
export type Reader = { who: "reporter" | "follower" | "unit"; language: Language; texts: Texts; names: PageNames };

export const readerOf = (who: Reader["who"], language: Language, names: PageNames): Reader => ({
  ...{ who, language, names },
  texts: textsIn(language),
});

export const unitName = (unit: string, { names, language }: Reader): string =>
  names.units.get(unit)?.name[language] ?? unit;

export const serviceName = (service: string, { names, language }: Reader): string =>
  names.services.get(service)?.label[language] ?? service;

/** Who did it, as far as the reader may know: staff are never named. */
export function whoDid({ actor, kind }: RequestEvent, reader: Reader): string {
  const { who } = reader.texts;
  const [role, unit = "", via] = actor.split(":");
  if (role === "unit") return via ? who.unitVia(unitName(unit, reader)) : unitName(unit, reader);
  // A consultant files for somebody who phoned; it is still that person's matter.
  if (role === "resident" || kind === "filed") return reader.who === "reporter" ? who.you : who.resident;
  return role === "system" ? who.system : who.office;
}

/** Only who reads everything else is told which second matter was split off, too. */
export const tellsMore = ({ kind }: Pick<RequestEvent, "kind">, who: Reader["who"]): boolean =>
  kind === "split" && who !== "follower";

/**
 * What the public may read of an event: in Polish as it was said then, in other languages as it would be said now.
 * `cut` may shorten it.
 */
export function sentenceOf(
  event: RequestEvent,
  service: string,
  { language, names, who }: Reader,
  cut = (text: string) => text,
): Html | undefined {
  const { state, unit, outside, into, kind, sentence } = event;
  const more = { after: kind, ...(outside && { outside }), ...(into && { into }) };
  const about = { service, state, unit, ...more };
  const now = tellsMore(event, who)
    ? sentenceFor(about, language, names)
    : language === "pl" && sentence
      ? sentence
      : publicSentenceFor(about, language, names);
  if (now) return withNumbers(cut(now));
  return sentence ? html`<span lang="pl">${withNumbers(cut(sentence))}</span>` : undefined;
}

/** Where it is, as everybody may read it, or in the resident's own words. */
export const placeOf = ({ address, place }: Pick<ServiceRequest, "address" | "place">) => address ?? place;

const formats = (options: Intl.DateTimeFormatOptions) => {
  const make = (locale: string) => new Intl.DateTimeFormat(locale, { timeZone: "Europe/Warsaw", ...options });
  return { pl: make("pl-PL"), en: make("en-GB"), uk: make("uk-UA") };
};
const days = formats({ day: "numeric", month: "long", year: "numeric" });
const moments = formats({ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** "21 listopada 2026". */
export const dayOf = (at: Date, language: Language): string => days[language].format(at);

/** "21 listopada 2026, 15:08", readable by machines too. */
export const momentOf = (at: Date, language: Language): Html =>
  html`<time datetime="${at.toISOString()}">${moments[language].format(at)}</time>`;
