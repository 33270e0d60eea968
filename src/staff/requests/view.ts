import type { ListedRequest, Nearby, ServiceRequest } from "../../serviceRequests/doors";
import { actsFor, type State, states } from "../../serviceRequests/lifeCycle";
import { type Asked, route } from "../../serviceRequests/route";
import { sentenceFor } from "../../serviceRequests/sentences";
import { findPersonalData } from "../../understanding/findPersonalData";
import type { StaffContent, StaffParts } from "../parts";
import type { NearbyView, RequestView } from "../wire";
import { eventView } from "./history";
import { readPeople } from "./people";
import { requestRow } from "./rows";

const NEARBY_METRES = 1000;
const NEARBY_AT_MOST = 20;
const DUPLICATES_AT_MOST = 100;

/** The whole of a service request, with its history and what may be done now. */
export async function requestView(id: string, parts: StaffParts): Promise<RequestView | undefined> {
  const { requests, deliveries, now } = parts;
  const request = await requests.find(id);
  if (!request) return undefined;
  const [events, notes, sent, nearby, duplicates, people] = await Promise.all([
    requests.events(id),
    requests.notes(id),
    deliveries.ofRequest(id),
    nearbyOf(request, parts),
    requests.list({ duplicateOf: id }, { most: DUPLICATES_AT_MOST }),
    readPeople(parts),
  ]);
  const content = parts.content();
  const known = { content, people, at: now() };
  return {
    ...requestRow(request, known),
    ...toldIn(request),
    ...routing(request, content),
    answers: answersOf(request, content),
    personal: findPersonalData(request.description),
    duplicates: duplicates.map((one: ListedRequest) => one.id),
    acts: actsFor(request.state, "staff"),
    unitActs: actsFor(request.state, "unit"),
    events: events.map((event) => eventView(event, known)),
    deliveries: sent.map(({ at, unit, ...one }) => ({ ...one, unit: content.names.unit(unit), at: at.toISOString() })),
    notes: notes.map(({ id: note, author, text, at }) => ({ id: note, by: author, text, at: at.toISOString() })),
    nearby: nearby.map((one) => nearbyView(one, content)),
    templates: templatesFor(request, content),
  };
}

/** What goes into the view as it is kept. */
function toldIn({
  version,
  description,
  contact,
  attachments,
  language,
  source,
  publicPhotos,
  ...more
}: ServiceRequest) {
  const { conversationId, publicText, duplicateOf, splitFrom } = more;
  return {
    ...{ version, description, contact, attachments, language, source, publicPhotos },
    ...(conversationId !== undefined && { conversationId }),
    ...(publicText !== undefined && { publicText }),
    ...(duplicateOf !== undefined && { duplicateOf }),
    ...(splitFrom !== undefined && { splitFrom }),
  };
}

/** The same kind first, because that is what it may be a duplicate of. */
async function nearbyOf({ id, point, service }: ServiceRequest, { requests }: StaffParts): Promise<Nearby[]> {
  if (!point) return [];
  const around = { point, metres: NEARBY_METRES, except: id, most: NEARBY_AT_MOST };
  const [same, all] = await Promise.all([requests.nearby({ ...around, service }), requests.nearby(around)]);
  return [...same, ...all.filter((one) => one.service !== service)];
}

function nearbyView({ requestedAt, publicText: _, service, ...one }: Nearby, { names }: StaffContent): NearbyView {
  return { ...one, service: names.service(service), requestedAt: requestedAt.toISOString() };
}

type Routing = Pick<RequestView, "because" | "sure" | "alternatives" | "expected">;

/** Why it lies where it does, and where else it could: where the rules send it now, and the other units they name. */
function routing(request: ServiceRequest, { services, office, names }: StaffContent): Routing {
  const { unit, because, answers, district, place, address = "" } = request;
  const expected = office.expected(request.service, unit);
  const service: Asked["service"] | undefined = services.get(request.service);
  const routed = service && route({ service, answers, district, place: `${place} ${address}` }, office);
  const others = routed ? [routed, ...routed.alternatives] : [];
  return {
    because,
    sure: routed?.sure ?? "usual",
    alternatives: others
      .filter((other) => other.unit !== unit)
      .map((other) => ({ unit: { id: other.unit, name: names.unit(other.unit) }, because: other.because })),
    ...(expected && { expected }),
  };
}

/** The answers as a person says them, under what was asked. */
function answersOf({ service, answers }: ServiceRequest, { services }: StaffContent): RequestView["answers"] {
  const questions = services.get(service)?.questions ?? [];
  return Object.entries(answers).map(([name, value]) => {
    const question = questions.find(({ slot }) => slot === name);
    const choice = question?.choices.find((one) => one.value === value);
    const yesNo = question?.expects === "yes_no" ? { yes: "tak", no: "nie" }[value] : undefined;
    return { label: question?.label.pl ?? name, answer: choice?.title.pl ?? yesNo ?? value };
  });
}

function templatesFor({ service, unit }: ServiceRequest, content: StaffContent): RequestView["templates"] {
  // What only the act itself will tell.
  const open = { outside: { owner: "…", contact: "…" }, into: "…" };
  const text = (state: State) => sentenceFor({ service, unit, state, ...open }, "pl", content);
  return states.map((state) => ({ state, text: text(state) }));
}
