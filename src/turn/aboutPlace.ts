import type { Facts, NearbyRequest } from "../conversation/facts";
import type { Language } from "../conversation/language";
import type { AboutPlace } from "../dialogs/dialogParts";
import { fill } from "./fill";
import type { Parts } from "./parts";
import { sayState } from "./sayState";

/** What the inbox found out about places, as a dialog reads it. */
export function aboutPlace({ places, photoPlace, nearby }: Facts, language: Language, parts: Parts): AboutPlace {
  const requests = nearby?.requests.map((request) => {
    return { id: request.service_request_id, line: lineOf(request, language, parts) };
  });
  return { places, photoPlace, nearby: nearby && { ...nearby, requests: requests ?? [] } };
}

/** "KR-2026-000123-7: ul. Długa 14, 40 m stąd, śledzą je 3 osoby, przekazane: Zarząd Dróg Miasta Krakowa" */
function lineOf(request: NearbyRequest, language: Language, { content }: Parts): string {
  const phrases = content.botPhrases[language];
  const { metres, address = "" } = request;
  const unit = content.units.get(request.agency_responsible)?.name[language] ?? request.agency_responsible;
  const pieces = [
    address,
    metres === undefined ? "" : fill(phrases.metresAway, { metres: String(metres) }),
    request.people > 1 ? fill(phrases.followedBy, { people: String(request.people) }) : "",
    `${sayState(request.state, phrases)}: ${unit}`,
  ];
  return `${request.service_request_id}: ${pieces.filter(Boolean).join(", ")}.`;
}
