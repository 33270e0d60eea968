import type { RequestEvent } from "../../serviceRequests/doors";
import { unitMail as words } from "../texts/unitMail";
import { wordsOf } from "./matter";
import type { Matter } from "./parts";

/** A part of a letter: a heading with what stands under it. An address in a line becomes a link. */
type Piece = { heading?: string; lines: string[] };

const when = new Intl.DateTimeFormat("pl-PL", { timeZone: "Europe/Warsaw", dateStyle: "long", timeStyle: "short" });

/** What a unit reads of a delivery, as plain text and as plain HTML of the same words. */
export function unitLetter(matter: Matter, answersByMail: boolean): { subject: string; text: string; html: string } {
  const pieces =
    matter.movedTo === undefined
      ? [news(matter), ...(matter.isNew ? whole(matter) : brief(matter)), ...answering(matter, answersByMail)]
      : moved(matter, matter.movedTo);
  const full = pieces.filter(({ lines, heading }) => lines.length > 0 || heading);
  return {
    subject: `[${matter.request.id}] ${matter.title}`.slice(0, 200),
    text: asText(full),
    html: asHtml(full, matter),
  };
}

function news({ event, request, isNew, photos }: Matter): Piece {
  const heading = `${request.id}: ${words.news[event.kind] ?? words.changed}`;
  const lines = event.words === request.description ? [] : linesOf(wordsOf(event));
  return { heading, lines: isNew || photos.length === 0 ? lines : [...lines, words.photos(photos.length)] };
}

/** Whose it is not any more needs to know which one it was, and no more of the resident. */
function moved({ request, title }: Matter, movedTo: string): Piece[] {
  const which = [title, `${words.filedAt}: ${when.format(request.requestedAt)}`];
  return [{ heading: `${request.id}: ${words.moved(movedTo)}`, lines: [] }, { lines: which }];
}

function whole({ request, answers, photos, service, events, event }: Matter): Piece[] {
  const { address, place, point, district, contact } = request;
  const where = [address ?? place, ...(district ? [words.district(district)] : [])].join(", ");
  const facts = [
    `${words.kind}: ${service}`,
    ...(where ? [`${words.place}: ${where}`] : []),
    ...(address && place && place !== address ? [`${words.placeInWords}: ${place}`] : []),
    ...(point ? [`${words.map}: ${mapOf(point)}`] : []),
    ...answers.map(({ label, title }) => `${label}: ${title}`),
    `${words.filedAt}: ${when.format(request.requestedAt)}`,
    ...(photos.length > 0 ? [words.photos(photos.length)] : []),
  ];
  const reachable = [contact.phone, contact.email].filter(Boolean);
  return [
    { lines: facts },
    { heading: words.description, lines: linesOf(request.description) },
    {
      heading: words.contact,
      lines: [reachable.join(", ") || words.noContact, words.language[request.language]].filter(Boolean),
    },
    { heading: words.because, lines: [event.because || request.because].filter(Boolean) },
    ...history(events, event),
  ].filter(({ lines }) => lines.length > 0);
}

function brief({ request, title, events, event }: Matter): Piece[] {
  return [
    { lines: [title, `${words.filedAt}: ${when.format(request.requestedAt)}`] },
    { heading: words.description, lines: linesOf(request.description) },
    ...history(events, event),
  ];
}

/** What was said before, so that nobody has to look for an older mail. */
function history(events: RequestEvent[], { number }: RequestEvent): Piece[] {
  const earlier = events.filter((event) => event.number < number && event.kind !== "filed" && event.words !== "");
  if (earlier.length === 0) return [];
  const lines = earlier.map(({ at, actor, words: said }) => `${when.format(at)}, ${whoIs(actor)}: ${said}`);
  return [{ heading: words.history, lines }];
}

function whoIs(actor: string): string {
  const [kind = ""] = actor.split(":");
  return kind === "resident" || kind === "unit" || kind === "consultant" ? words.by[kind] : words.by.system;
}

/** How to answer, while there is anything to answer. */
function answering({ link, request }: Matter, byMail: boolean): Piece[] {
  if (request.status === "closed") return [];
  const [first = "", ...commands] = words.answerByMail;
  const mail = byMail ? [{ heading: first, lines: commands.map((command) => `- ${command}`) }] : [];
  return [{ heading: words.answerHere, lines: [link] }, ...mail, { lines: [words.read] }];
}

const MAP = "https://www.openstreetmap.org/";
const mapOf = ({ lat, long }: { lat: number; long: number }) => `${MAP}?mlat=${lat}&mlon=${long}#map=18/${lat}/${long}`;

const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line.trim() !== "");

function asText(pieces: Piece[]): string {
  const above = (heading: string, isAlone: boolean) => (isAlone || heading.endsWith(".") ? heading : `${heading}:`);
  const headed = ({ heading, lines }: Piece) => [...(heading ? [above(heading, lines.length === 0)] : []), ...lines];
  return `${pieces.map((piece) => headed(piece).join("\n")).join("\n\n")}\n`;
}

function asHtml(pieces: Piece[], { link }: Matter): string {
  const drawn = pieces.map(({ heading, lines }) => {
    const above = heading ? `<p><strong>${escaped(heading)}</strong></p>` : "";
    return `${above}<p>${lines.map((line) => linked(line, [link, MAP])).join("<br>\n")}</p>`;
  });
  return `<!doctype html><html lang="pl"><body>${drawn.join("\n")}</body></html>`;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Only addresses of ours and of the map become links: what a resident writes stays text. */
function linked(line: string, ours: string[]): string {
  const [, before = "", address = ""] = /^((?:[^:]{1,20}: )?)(https?:\/\/\S+)$/.exec(line) ?? [];
  if (!ours.some((one) => address.startsWith(one))) return escaped(line);
  return `${escaped(before)}<a href="${escaped(address)}">${escaped(address)}</a>`;
}
