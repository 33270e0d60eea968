import type { Language } from "../../conversation/language";
import { type Call, likelyLanguage } from "../call";
import { listView } from "./listView";
import { filterOf, parametersOf, queryOf, readNarrowed } from "./narrow";
import { type PublicParts, publicReader } from "./parts";
import { limitReading, publicDocument, sendPublic } from "./sendPublic";

const MOST = 25;
const NUMBER = /^KR-\d{4}-\d{6,9}-\d$/;

/** `GET /mapa/`: the newest reports, narrowed by what the form sends, and the map above them. */
export async function showList(call: Call, parts: PublicParts): Promise<void> {
  await limitReading(call, parts);
  const narrowed = readNarrowed(call.query, parts.names());
  const language = likelyLanguage(call);
  const asked = call.query.get("po") ?? "";
  const after = NUMBER.test(asked) ? asked : undefined;
  const addressIn = (one: Language) =>
    `/mapa/${queryOf({ ...parametersOf(narrowed), ...(after && { po: after }), lang: one })}`;
  const document = await parts.keep(addressIn(language), async () => {
    const now = parts.now();
    const filter = filterOf(narrowed, now);
    const [found, count] = await Promise.all([
      parts.requests.list(filter, { most: MOST + 1, ...(after !== undefined && { after }) }),
      parts.requests.count(filter),
    ]);
    const reader = publicReader(language, parts);
    const requests = found.slice(0, MOST);
    const last = found.length > MOST ? requests.at(-1)?.id : undefined;
    const page = listView({ requests, count, narrowed, after, last, now, map: parts.map, reader });
    return publicDocument({ ...page, addressIn }, parts.publicUrl());
  });
  sendPublic(call, document, { map: { origin: parts.map?.origin } });
}
