import { askedLanguage, type Call } from "../call";
import { type Html, html, markupOf } from "../html";
import { serviceName } from "../telling";
import { filterOf, type Narrowed, parametersOf, queryOf, readNarrowed } from "./narrow";
import { type PublicParts, type PublicReader, publicReader } from "./parts";
import { addressOf, type PublicRequest, shortSentence, titleOf } from "./publicRequest";
import { limitReading, sendKept } from "./sendPublic";
import { xmlOf } from "./xml";

const MOST = 50;
/** Since when these ids are given out; part of each of them, so it never changes. */
const SINCE = "2026";

/** `GET /mapa/atom.xml`: the newest reports of a kind and a district. */
export async function showAtom(call: Call, parts: PublicParts): Promise<void> {
  await limitReading(call, parts);
  const { service, district } = readNarrowed(call.query, parts.names());
  const narrowed = { ...(service && { service }), ...(district && { district }) };
  const reader = publicReader(askedLanguage(call) ?? "pl", parts);
  const url = parts.publicUrl().replace(/\/$/, "");
  const feed = await parts.keep(`atom ${reader.language} ${queryOf(parametersOf(narrowed))}`, async () => {
    const requests = await parts.requests.list(filterOf(narrowed, parts.now()), { most: MOST });
    return xmlOf(feedOf(requests, { narrowed, url, reader }));
  });
  sendKept(call, feed, "application/atom+xml; charset=utf-8");
}

type Feed = { narrowed: Narrowed; url: string; reader: PublicReader };

function feedOf(requests: PublicRequest[], feed: Feed): Html {
  const { narrowed, url, reader } = feed;
  const { words, texts, language } = reader;
  const { service, district } = narrowed;
  const query = queryOf({ ...parametersOf(narrowed), lang: language });
  const about = [service && serviceName(service, reader), district && texts.matter.district(district)].filter(Boolean);
  const updated = requests.map(({ stateSince }) => stateSince.getTime());
  return html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${tag(url, `mapa${query}`)}</id>
<title>${[words.list.title, ...about].join(": ")}</title>
<updated>${new Date(Math.max(Date.UTC(Number(SINCE)), ...updated)).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${url}/mapa/atom.xml${query}"/>
<link rel="alternate" type="text/html" href="${url}/mapa/${query}"/>
<author><name>${texts.office}</name></author>
${requests.map((request) => entryOf(request, feed))}</feed>`;
}

function entryOf(request: PublicRequest, { url, reader }: Feed): Html {
  const { id, service, publicText, requestedAt, stateSince, state } = request;
  const sentence = markupOf(shortSentence(request, reader)).replace(/<[^>]*>/g, "");
  return html`<entry><id>${tag(url, id)}</id>
<title>${titleOf(request, reader)}: ${reader.texts.states[state]}</title>
<published>${requestedAt.toISOString()}</published><updated>${stateSince.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${url}${addressOf(request)}?lang=${reader.language}"/>
<category term="${service}" label="${serviceName(service, reader)}"/>
<summary>${sentence}${publicText && ` ${publicText}`}</summary></entry>
`;
}

/** A name for ever (RFC 4151), also when the address changes its form. */
const tag = (url: string, what: string) => `tag:${new URL(url).hostname},${SINCE}:${what}`;
