import { Refusal } from "../conversation/refusal";
import type { Act, Actor, ApiKey, ListedRequest, PublicEvent } from "../serviceRequests/doors";
import { statusOf } from "../serviceRequests/lifeCycle";
import { type Answer, badRequest, ok, wrong } from "./answer";
import { readDate, writeDate } from "./dates";
import type { Fields } from "./fields";
import { sourceOf } from "./filing";
import type { Open311Parts } from "./parts";
import { readWindow } from "./query";
import { readableOne } from "./requests";
import { photoUrl } from "./shown";

const MOST_UPDATES = 1000;
const LONGEST_WORDS = 4000;

/** The words of mySociety's client for where a report stands. */
const statuses = {
  received: "open",
  forwarded: "open",
  in_progress: "in_progress",
  waiting_for_resident: "open",
  done: "fixed",
  not_feasible: "no_further_action",
  forwarded_outside: "not_councils_responsibility",
  duplicate: "duplicate",
  withdrawn: "closed",
} as const;

/** What changed in that time, by the time of the change itself; both ends count. */
export async function updateList(fields: Fields, origin: string, parts: Open311Parts): Promise<Answer> {
  const window = readWindow(fields, parts.now());
  const events = await parts.publicEvents({ ...window, most: MOST_UPDATES });
  return ok(
    "service_request_updates",
    events.map((event) => updateTree(event, origin)),
  );
}

function updateTree({ serviceRequestId: id, number, at, state, sentence, photos }: PublicEvent, origin: string) {
  const [photo] = photos;
  return {
    update_id: updateId(id, number),
    service_request_id: id,
    status: statuses[state],
    updated_datetime: writeDate(at),
    description: sentence,
    media_url: photo ? photoUrl(origin, id, photo.id) : null,
  };
}

const updateId = (id: string, number: number) => `${id}.${number}`;

type ActKind = "add" | "start" | "finish" | "refuse" | "bounce" | "reopen";

/** What a partner's word for a state asks us to do. What only staff decides stays a word. */
const asked: Record<string, ActKind> = {
  OPEN: "add",
  CONFIRMED: "add",
  FOR_TRIAGE: "add",
  DUPLICATE: "add",
  IN_PROGRESS: "start",
  INVESTIGATING: "start",
  ACTION_SCHEDULED: "start",
  PLANNED: "start",
  FIXED: "finish",
  CLOSED: "finish",
  NO_FURTHER_ACTION: "refuse",
  CANCELLED: "refuse",
  NOT_COUNCILS_RESPONSIBILITY: "bounce",
  INTERNAL_REFERRAL: "bounce",
  REOPEN: "reopen",
};

type Update = { request: ListedRequest; kind: ActKind; words: string };

/** Takes a partner's update. One that came before is not acted on again. */
export async function takeUpdate(fields: Fields, partner: ApiKey, parts: Open311Parts): Promise<Answer> {
  const update = await readUpdate(fields, parts);
  const actor = actorFor(update.request, partner);
  const theirs = fields.one("update_id") ?? "";
  const isNew = theirs === "" || (await parts.seen(`open311:${partner.id}`, theirs, parts.now()));
  // Known, but nowhere in the history: we broke while we took it, or it could not be taken then.
  const number = (isNew ? undefined : await numberOf(update, actor, parts)) ?? (await act(update, actor, parts));
  if (number === undefined) return wrong(400, ["Przy obecnym stanie zgłoszenia nie można przyjąć tej zmiany."]);
  return ok("service_request_updates", [{ update_id: updateId(update.request.id, number) }]);
}

/** For whom a partner speaks: a unit by its own system, else whoever reported through them. */
function actorFor({ unit, source }: ListedRequest, partner: ApiKey): Actor {
  if (partner.unit === unit) return { kind: "unit", unit };
  if (source === sourceOf(partner)) return { kind: "resident" };
  throw new Refusal(403, "NotYours", "Tym kluczem nie można zmieniać tego zgłoszenia.");
}

async function readUpdate(fields: Fields, parts: Open311Parts): Promise<Update> {
  const id = fields.one("service_request_id");
  if (!id) throw badRequest("Brakuje numeru zgłoszenia (service_request_id).");
  const word = (fields.one("status") ?? "OPEN").toUpperCase().replaceAll(" ", "_");
  const meant = asked[word];
  if (!meant) throw badRequest("Nie ma takiego stanu (status).");
  const words = wordsOf(fields);
  const written = fields.one("updated_datetime");
  const at = written === undefined ? undefined : readDate(written)?.to;
  if (written !== undefined && !at) throw badRequest("To nie jest data: updated_datetime.");
  const request = await readableOne(id, parts);
  // "Open" said of what is closed means: not done after all.
  const reopens = word === "OPEN" && statusOf(request.state) === "closed";
  const kind = (await isLate(at, request, parts)) ? "add" : reopens ? "reopen" : meant;
  if (words === "" && !["start", "finish", "reopen"].includes(kind)) throw badRequest("Brakuje opisu (description).");
  return { request, kind, words };
}

function wordsOf(fields: Fields): string {
  const links = fields.all("media_url").map((link) => `Zdjęcie: ${link}`);
  const words = [fields.one("description") ?? "", ...links].filter(Boolean).join("\n");
  if (words.length > LONGEST_WORDS) throw badRequest(`Opis może mieć najwyżej ${LONGEST_WORDS} znaków.`);
  return words;
}

/** What was meant before somebody else acted is kept as words, but does not turn the clock back. */
async function isLate(at: Date | undefined, { id }: ListedRequest, { requests }: Open311Parts): Promise<boolean> {
  if (!at) return false;
  const acted = (await requests.events(id)).findLast(({ kind }) => kind !== "filed" && kind !== "forward");
  return acted !== undefined && at < acted.at;
}

/** What cannot be done in this state is kept as words, where the state allows that. */
async function act({ request, kind, words }: Update, actor: Actor, { acting }: Open311Parts) {
  const wanted: Act = { kind, words };
  const done = await acting(request.id, wanted, actor);
  if (!("refused" in done)) return done.number;
  const kept = words === "" ? done : await acting(request.id, { kind: "add", words }, actor);
  return "refused" in kept ? undefined : kept.number;
}

/** The event an update that came before has become. */
async function numberOf({ request, kind, words }: Update, actor: Actor, { requests }: Open311Parts) {
  const own = actor.kind === "unit" ? `unit:${actor.unit}` : actor.kind;
  const theirs = (await requests.events(request.id)).filter((event) => event.actor === own && event.words === words);
  return theirs.findLast((event) => words !== "" || event.kind === kind)?.number;
}
