import type { Facts } from "../conversation/facts";
import type { Language } from "../conversation/language";
import type { Reply } from "../conversation/reply";
import { parseNumber } from "../serviceRequests/number";
import { fill } from "./fill";
import type { Content } from "./parts";
import { phrasesIn } from "./phrases/phrases";

/** More than these at once are not read. */
const MOST_AT_ONCE = 5;

/** What became of service requests, one reply for each number; nothing personal is shown. */
export function sayStatus(
  ids: string[],
  facts: Facts,
  language: Language,
  { services, units }: Pick<Content, "services" | "units">,
): Reply[] {
  const phrases = phrasesIn(language);
  return ids.slice(0, MOST_AT_ONCE).map((id) => {
    const request = facts.serviceRequests.find((one) => one.service_request_id === id);
    if (!request) {
      const text = fill(parseNumber(id) ? phrases.statusUnknown : phrases.statusMistyped, { id });
      return { text, choices: [{ title: phrases.human, wish: { kind: "human" } }] };
    }
    const text = fill(phrases.status, {
      id,
      service: services.get(request.service)?.label[language] ?? request.service,
      status: request.status === "open" ? phrases.statusOpen : phrases.statusClosed,
      notes: request.status_notes,
      unit: units.get(request.agency_responsible)?.name[language] ?? request.agency_responsible,
      requestedAt: sayDay(request.requestedAt),
      updatedAt: sayDay(request.updatedAt),
    });
    return { text };
  });
}

const day = new Intl.DateTimeFormat("pl-PL", {
  timeZone: "Europe/Warsaw",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});
const sayDay = (moment: Date) => day.format(moment);
