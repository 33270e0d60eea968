import { unitMail as words } from "../texts/unitMail";
import { wordsOf } from "./matter";
import { type Open311Client, type Open311Way, open311Client, type Said } from "./open311Client";
import type { Matter, Outcome, Recipient, UnitDeliveryParts } from "./parts";

type Parts = Pick<UnitDeliveryParts, "links" | "now"> & { patienceMs: number };

const LONGEST_DESCRIPTION = 4000;
const HOUR_MS = 3_600_000;
const MOST_DAYS_MS = 89 * 24 * HOUR_MS;
/** Stands before a number that is not known yet: the partner answered with a token. */
export const TOKEN = "token:";

/**
 * Files a matter in the unit's own system. The standard has no key that tells a repeated POST from a new one, so our
 * number stands in the description, and every try but the first looks for it before it files again. A server that
 * does not list what is new (moderated, or without descriptions) cannot be asked: there a lost answer may mean two.
 */
export function byOpen311(way: Open311Way, parts: Parts): Recipient {
  const client = open311Client(way, parts.patienceMs);
  return {
    key: `open311:${way.endpoint}`,
    server: new URL(way.endpoint).origin,
    async bring(matter) {
      if (matter.delivery.externalId !== undefined) return update(matter, matter.delivery.externalId, client);
      if (matter.movedTo !== undefined)
        return { kind: "failed", reason: "the partner gave no number to tell it by", isFinal: true };
      const earlier = matter.delivery.attempt > 1 ? await find(matter, way, { client, ...parts }) : undefined;
      return earlier ?? file(matter, way, { client, ...parts });
    },
  };
}

type Doing = Parts & { client: Open311Client };

/** Whether an earlier try arrived; undefined when it did not, or the server cannot tell. */
async function find({ request, event }: Matter, way: Open311Way, { client, now }: Doing): Promise<Outcome | undefined> {
  const start = new Date(Math.max(event.at.getTime() - HOUR_MS, now().getTime() - MOST_DAYS_MS));
  const said = await client.get("requests.xml", {
    service_code: codeOf(request.service, way),
    start_date: start.toISOString().replace(/\.\d+/, ""),
    end_date: new Date(now().getTime() + HOUR_MS).toISOString().replace(/\.\d+/, ""),
  });
  // A server that is down now is not asked to file either.
  if ("reason" in said) return said.isDown || said.status >= 500 ? failed(said) : undefined;
  const found = said.requests.find(({ description }) => description?.includes(`[${request.id}]`));
  return found?.service_request_id ? { kind: "brought", externalId: found.service_request_id } : undefined;
}

async function file(matter: Matter, way: Open311Way, { client, links }: Doing): Promise<Outcome> {
  const { request, answers } = matter;
  const fields: [string, string | undefined][] = [
    ["service_code", codeOf(request.service, way)],
    ["lat", request.point?.lat.toString()],
    ["long", request.point?.long.toString()],
    ["address_string", request.address ?? request.place],
    ["description", descriptionOf(matter)],
    ["email", request.contact.email],
    ["phone", request.contact.phone],
    ...answers.map(({ code, value }): [string, string] => [`attribute[${code}]`, value]),
    ...request.publicPhotos.map((id): [string, string] => ["media_url", links.publicPhoto(request.id, id)]),
  ];
  const said = await client.post("requests.xml", filled(fields));
  if ("reason" in said) return failed(said);
  const [first] = said.requests;
  if (first?.service_request_id) return { kind: "brought", externalId: first.service_request_id };
  return { kind: "brought", ...(first?.token && { externalId: `${TOKEN}${first.token}` }) };
}

const statuses: Partial<Record<Matter["event"]["kind"], string>> = {
  reopen: "REOPEN",
  forward: "REOPEN",
  unmerge: "REOPEN",
  withdraw: "CANCELLED",
  finish: "FIXED",
  merge: "DUPLICATE",
  refuse: "NO_FURTHER_ACTION",
  forward_outside: "NOT_COUNCILS_RESPONSIBILITY",
};

/** News of one that is there already, by the updates extension. */
async function update(matter: Matter, known: string, client: Open311Client): Promise<Outcome> {
  const { delivery, event, movedTo } = matter;
  const id = known.startsWith(TOKEN) ? await numberFor(known, client) : known;
  if (id === undefined) return { kind: "failed", reason: "the partner has not given a number yet" };
  const said = await client.post(
    "servicerequestupdates.xml",
    filled([
      ["service_request_id", id],
      ["update_id", delivery.id],
      ["status", movedTo === undefined ? (statuses[event.kind] ?? "OPEN") : "INTERNAL_REFERRAL"],
      ["updated_datetime", event.at.toISOString().replace(/\.\d+/, "")],
      ["description", newsOf(matter).slice(0, LONGEST_DESCRIPTION)],
    ]),
  );
  // Its answer is a list of updates, which need not be read: what counts is that it was taken.
  if (!("reason" in said) || (said.status >= 200 && said.status < 300))
    return { kind: "brought", ...(id !== known && { externalId: id }) };
  const hasNone = said.status === 404 || said.status === 405 || said.status === 501;
  return hasNone ? { ...failed(said), reason: "the partner takes no updates", isFinal: true } : failed(said);
}

/** Nobody asks any more what became of a matter that went elsewhere, so its number is asked for when it is needed. */
async function numberFor(token: string, client: Open311Client): Promise<string | undefined> {
  const said = await client.get(`tokens/${encodeURIComponent(token.slice(TOKEN.length))}.xml`);
  return "requests" in said ? said.requests[0]?.service_request_id : undefined;
}

const newsOf = ({ event, link, movedTo }: Matter) =>
  movedTo === undefined ? `${wordsOf(event)}\n${link}`.trim() : words.moved(movedTo);

const failed = ({ reason, isDown }: Exclude<Said, { requests: unknown }>) =>
  ({ kind: "failed", reason, isDown }) as const;

const codeOf = (service: string, { codes }: Open311Way) => codes[service] ?? service;

/** Our number first, by which it is found again; then everything in words, for whoever reads only these. */
function descriptionOf({ request, service, answers, link }: Matter): string {
  const facts = answers.map(({ label, title }) => `${label}: ${title}`);
  const head = [`[${request.id}] ${service}`, ...(request.place ? [request.place] : []), ...facts].join("\n");
  const tail = `\n${link}`;
  const room = LONGEST_DESCRIPTION - head.length - tail.length - 1;
  return `${head}\n${request.description.slice(0, Math.max(0, room))}${tail}`.slice(0, LONGEST_DESCRIPTION);
}

/** Empty fields are left out, as the standard wants; XML answers must not choke on control characters we sent. */
function filled(fields: [string, string | undefined][]): [string, string][] {
  const known = fields.filter((field): field is [string, string] => field[1] !== undefined && field[1] !== "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML 1.0.
  return known.map(([name, value]) => [name, value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")]);
}
