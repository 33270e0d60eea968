import { isShown } from "../conversation/fileType";
import type { Attachment } from "../conversation/message";
import type { Point } from "../conversation/place";
import type { ServiceRequest } from "../serviceRequests/doors";
import { type Html, html, type Piece } from "./html";
import { momentOf, placeOf, type Reader, unitName } from "./telling";

/** Where the photos of a page lie. */
export type FileAddress = (fileId: string) => string;

/** Photos to be seen at once, other files to be saved. */
export function filesOf(attachments: Attachment[], fileAt: FileAddress, { texts }: Reader): Html | undefined {
  if (attachments.length === 0) return undefined;
  const shown = attachments.filter(({ contentType }) => isShown(contentType));
  const others = attachments.filter(({ contentType }) => !isShown(contentType));
  const { photo, file, opensFull } = texts.matter;
  const photos = shown.map(
    ({ id }, n) =>
      html`<li><a href="${fileAt(id)}"><img src="${fileAt(id)}" alt="${photo(n + 1)}: ${opensFull}" loading="lazy"></a></li>`,
  );
  return html`${photos.length > 0 && html`<ul class="photos">${photos}</ul>`}${others.map(
    ({ id, name }) => html`<p><a href="${fileAt(id)}">${file(name)}</a></p>`,
  )}`;
}

/** Everything that was told when it was filed, with whose matter it is. For whoever may read all of it. */
export function matterOf(request: ServiceRequest, fileAt: FileAddress, reader: Reader): Html {
  const { texts, language } = reader;
  const { matter } = texts;
  const { contact, because, point } = request;
  const own = (text: string) => html`<span class="said" lang="${request.language}" dir="auto">${text}</span>`;
  const facts: [string, Piece][] = [
    [matter.filedAt, momentOf(request.requestedAt, language)],
    [matter.place, placeFact(request, own, reader)],
    [matter.mapName, point && mapLink(point, reader)],
    [matter.said, request.description && own(request.description)],
    ...answersOf(request, reader).map(([label, title]): [string, Piece] => [label, own(title)]),
    [matter.contact, contactFact(contact)],
    [matter.unit, unitName(request.unit, reader)],
    [matter.because, because && html`<span lang="pl">${because}</span>`],
  ];
  return html`<dl>${factsOf(facts)}</dl>${filesOf(request.attachments, fileAt, reader)}`;
}

/** Terms and what is known of each; nothing for what is not known. */
export const factsOf = (facts: [string, Piece][]): Html[] =>
  facts.flatMap(([term, fact]) => (fact ? [html`<dt>${term}</dt><dd>${fact}</dd>`] : []));

function placeFact(request: ServiceRequest, own: (text: string) => Html, { texts }: Reader): Piece {
  const { place, district } = request;
  const found = placeOf(request);
  if (!found && !district) return undefined;
  // What was found may be something else than what was meant.
  const words = place && found !== place ? html`<br>${own(place)}` : undefined;
  return html`${found}${district && html`${found && ", "}${texts.matter.district(district)}`}${words}`;
}

/** A map everybody can open without an account; nothing is asked of it before somebody follows the link. */
export function mapLink({ lat, long }: Point, { texts }: Reader): Html {
  const at = `${lat.toFixed(5)}/${long.toFixed(5)}`;
  const address = `https://www.openstreetmap.org/?mlat=${lat.toFixed(5)}&mlon=${long.toFixed(5)}#map=18/${at}`;
  return html`<a href="${address}" rel="noreferrer">${texts.matter.map} (OpenStreetMap)</a>`;
}

function contactFact({ phone, email }: ServiceRequest["contact"]): Piece {
  if (!phone && !email) return undefined;
  const call = phone && html`<a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>`;
  const write = email && html`<a href="mailto:${email}">${email}</a>`;
  return html`${call}${call && write && ", "}${write}`;
}

function answersOf({ service, answers }: ServiceRequest, { names, language, texts }: Reader): [string, string][] {
  const questions = names.services.get(service)?.questions ?? [];
  return Object.entries(answers).map(([name, value]) => {
    const question = questions.find(({ slot }) => slot === name);
    const choice = question?.choices.find((one) => one.value === value)?.title[language];
    const yesNo = question?.expects === "yes_no" && (value === "yes" || value === "no") && texts.yesNo[value];
    return [question?.label[language] ?? name, choice ?? (yesNo || value)];
  });
}
