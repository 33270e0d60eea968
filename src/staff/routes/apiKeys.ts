import { createHash, randomBytes } from "node:crypto";
import type { z } from "zod";
import type { ApiKey } from "../../serviceRequests/doors";
import type { StaffParts } from "../parts";
import { type People, personOf, readPeople } from "../requests/people";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { ApiKeyBody, type ApiKeyMade, type ApiKeyView } from "../wire";

async function keys(_: Call, parts: StaffParts): Promise<Answer> {
  const [listed, people] = await Promise.all([parts.apiKeys.list(), readPeople(parts)]);
  return ok(listed.map((key) => keyView(key, people)));
}

const add = withBody<Call, z.infer<typeof ApiKeyBody>>(
  ApiKeyBody,
  async ({ session }, { name, unit, perMinute }, parts) => {
    if (unit !== undefined && !parts.content().units.has(unit))
      return refuse(400, { code: "wrong_body", fields: ["unit"] });
    const key = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(key).digest("hex");
    const wanted = { name, perMinute, hash, createdBy: session.account.id, ...(unit !== undefined && { unit }) };
    const made = await parts.apiKeys.add(wanted, parts.now());
    parts.log.info("api_key_added", { apiKey: made.id, by: session.account.id });
    const view: ApiKeyMade = { key, apiKey: keyView(made, await readPeople(parts)) };
    const details = { name, perMinute, ...(unit !== undefined && { unit }) };
    return { ...ok(view), noted: { subject: { kind: "api_key", id: made.id }, details } };
  },
);

async function end({ params, session }: Call, { apiKeys, log, now }: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  if (!(await apiKeys.end(id, now()))) return refuse(404, { code: "not_found" });
  log.info("api_key_ended", { apiKey: id, by: session.account.id });
  return ok({});
}

function keyView({ id, name, unit, perMinute, createdAt, createdBy, endedAt, lastUsedAt }: ApiKey, people: People) {
  const view: ApiKeyView = {
    ...{ id, name, perMinute },
    createdAt: createdAt.toISOString(),
    createdBy: personOf(createdBy, people).name,
    ...(unit !== undefined && { unit }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  };
  return view;
}

const right = "manage_accounts";

export const apiKeysRoutes: Route[] = [
  { method: "GET", path: "api-keys", right, handle: keys, what: "partners' keys" },
  {
    method: "POST",
    path: "api-keys",
    right,
    handle: add,
    what: "a new one, shown once",
    audit: { act: "api_key_added" },
  },
  {
    method: "POST",
    path: "api-keys/:id/end",
    right,
    handle: end,
    what: "it opens nothing any more",
    audit: { act: "api_key_ended", subject: subjectOf("api_key") },
  },
];
