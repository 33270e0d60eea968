import type { Facts, MyServiceRequest, PublicServiceRequest } from "../conversation/facts";
import type { Language } from "../conversation/language";
import type { Choice, Reply } from "../conversation/reply";
import { type State, states } from "../serviceRequests/lifeCycle";
import { newsChoices } from "../serviceRequests/newsChoices";
import { parseNumber } from "../serviceRequests/number";
import type { Office } from "../serviceRequests/office";
import { sentenceFor } from "../serviceRequests/sentences";
import { fill } from "./fill";
import { type MyRequest, myRequests } from "./myRequests";
import type { Content } from "./parts";
import { actButtons } from "./sayAct";
import { sayExpected } from "./sayExpected";
import { sayState } from "./sayState";

type StatusParts = { content: Pick<Content, "services" | "units" | "botPhrases">; office: Office };

/** More than these at once are not read. */
const MOST_AT_ONCE = 5;

/** What became of service requests, one reply for each number; only who reported it gets the link to its page. */
export function sayStatus(ids: string[], facts: Facts, language: Language, parts: StatusParts): Reply[] {
  const phrases = parts.content.botPhrases[language];
  const own = myRequests(facts, parts.office);
  const shown = ids.slice(0, MOST_AT_ONCE);
  return shown.map((id, i) => {
    const mine = own.find((one) => one.service_request_id === id);
    const request = mine ?? facts.serviceRequests.find((one) => one.service_request_id === id);
    if (request) {
      const text = statusOf(request, mine, language, parts);
      const several = i > 0 && i === shown.length - 1 ? buttonsOf(shown, own, language) : [];
      const choices = mine && ids.length === 1 ? actButtons(mine, phrases) : several;
      return choices.length > 0 ? { text, choices } : { text };
    }
    const text = fill(parseNumber(id) ? phrases.statusUnknown : phrases.statusMistyped, { id });
    return { text, choices: [{ title: phrases.human, wish: { kind: "human" } }] };
  });
}

/** Under the last of several: which one each button is about stands in its title. */
function buttonsOf(ids: string[], own: MyRequest[], language: Language): Choice[] {
  const shown = own.filter(({ service_request_id: id }) => ids.includes(id));
  return shown.flatMap(({ service_request_id: id, acts }) => newsChoices(id, acts, language));
}

function statusOf(
  request: PublicServiceRequest,
  mine: MyServiceRequest | undefined,
  language: Language,
  parts: StatusParts,
): string {
  const { content, office } = parts;
  const phrases = content.botPhrases[language];
  const { service, agency_responsible: unit, state } = request;
  // Numbers can be guessed: of a private kind strangers learn nothing but the state.
  if (!mine && content.services.get(service)?.public === false)
    return fill(phrases.statusPrivate, {
      id: request.service_request_id,
      since: sayDay(request.updatedAt),
      state: sayState(state, phrases),
    });
  const isOpen = request.status === "open";
  const text = fill(phrases.status, {
    id: request.service_request_id,
    service: content.services.get(service)?.label[language] ?? service,
    state: sayState(state, phrases),
    since: sayDay(mine?.stateSince ?? request.updatedAt),
    notes: language === "pl" ? request.status_notes : sentenceOf(request, language, parts),
    unit: content.units.get(unit)?.name[language] ?? unit,
    requestedAt: sayDay(request.requestedAt),
    expected: isOpen ? sayExpected(service, unit, office, phrases) : "",
  }).trim();
  return mine ? `${text}\n\n${fill(phrases.statusPage, { page: mine.page })}` : text;
}

/** In another language than it was written in; where it would have to name somebody outside, the state says enough. */
function sentenceOf(request: PublicServiceRequest, language: Language, { content, office }: StatusParts): string {
  const { service, agency_responsible: unit } = request;
  const state = states.find((one: State) => one === request.state);
  if (!state || state === "forwarded_outside" || state === "duplicate") return "";
  return sentenceFor({ service, unit, state }, language, { ...content, office });
}

const day = new Intl.DateTimeFormat("pl-PL", {
  timeZone: "Europe/Warsaw",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});
const sayDay = (moment: Date) => day.format(moment);
