import type { ListedRequest, ServiceRequest } from "../../serviceRequests/doors";
import { parseNumber } from "../../serviceRequests/number";
import { sentenceFor } from "../../serviceRequests/sentences";
import { type Html, html } from "../html";
import type { PagesParts } from "../parts";
import { serviceName } from "../telling";
import type { PublicReader } from "./parts";

/** All of a service request that anybody may know; what a resident wrote is no part of it. */
export type PublicRequest = Pick<
  ListedRequest,
  | "id"
  | "kind"
  | "service"
  | "state"
  | "stateSince"
  | "status"
  | "sentence"
  | "unit"
  | "address"
  | "point"
  | "district"
  | "language"
  | "publicText"
  | "publicPhotos"
  | "duplicateOf"
  | "requestedAt"
  | "followers"
  | "supporters"
>;

/** Public reports, and ideas once a person released their text. */
const isReadable = ({ public: isPublic, kind, publicText }: ServiceRequest) =>
  isPublic && (kind === "report" || publicText !== undefined);

/** The one of that number, however it is typed; undefined when it is private, not yet released or does not exist. */
export async function findPublic(
  number: string,
  { requests }: Pick<PagesParts, "requests">,
): Promise<PublicRequest | undefined> {
  const id = parseNumber(number);
  const found = id === undefined ? undefined : await requests.find(id);
  return found && isReadable(found) ? found : undefined;
}

/** Where its public page is. */
export const addressOf = ({ kind, id }: Pick<PublicRequest, "kind" | "id">): string =>
  `/${kind === "idea" ? "pomysly" : "mapa"}/${encodeURIComponent(id)}`;

/** "Dziura w jezdni, ul. Długa 12". */
export function titleOf({ service, address, district }: PublicRequest, reader: PublicReader): string {
  const where = address ?? (district && reader.texts.matter.district(district));
  return [serviceName(service, reader), where].filter(Boolean).join(", ");
}

/** How it stands, in one sentence: the first of those residents read, which go on with what the reporter can do. */
export function shortSentence(request: PublicRequest, reader: PublicReader): Html {
  const { language, names } = reader;
  const { service, state, unit, duplicateOf } = request;
  // Whose it is outside the city is kept with the event only.
  if (language === "pl" || state === "forwarded_outside")
    return html`<span${language !== "pl" && html` lang="pl"`}>${firstOf(request.sentence)}</span>`;
  const about = { service, state, unit, ...(duplicateOf && { into: duplicateOf }) };
  return html`${firstOf(sentenceFor(about, language, names))}`;
}

/** The first sentence of a text. */
export const firstOf = (text: string): string => /^.*?[.!?](?=\s+\p{Lu}|$)/u.exec(text)?.[0] ?? text;

const DAY_MS = 24 * 3600_000;
const dayNumber = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Warsaw" });
/** Midnights between, as the calendar in Kraków counts them. */
const daysBetween = (from: Date, to: Date) =>
  Math.max(0, Math.round((Date.parse(dayNumber.format(to)) - Date.parse(dayNumber.format(from))) / DAY_MS));

/** How long ago it was filed, and how long it took. */
export function ageOf({ status, requestedAt, stateSince }: PublicRequest, now: Date, { words }: PublicReader): string {
  const filed = words.filed(daysBetween(requestedAt, now));
  return status === "open" ? filed : `${filed}, ${words.closedAfter(daysBetween(requestedAt, stateSince))}`;
}

/** The reporter counts too, also where nobody can be reached any more. */
export const peopleOf = ({ followers }: PublicRequest): number => Math.max(1, followers);
