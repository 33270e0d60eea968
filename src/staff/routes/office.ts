import type { z } from "zod";
import type { OfficeName } from "../../serviceRequests/office";
import type { StaffParts } from "../parts";
import { masked, officeNameOf, readSetting, unmasked } from "../requests/officeSettings";
import { personOf, readPeople } from "../requests/people";
import { type Answer, type Call, ok, type Route, refuse, withBody } from "../route";
import { type BouncesView, OfficeBody, type OfficeVersionView, type OfficeView } from "../wire";

const VERSIONS_AT_MOST = 50;
const BOUNCES_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;

async function setting({ params }: Call, parts: StaffParts): Promise<Answer> {
  const name = officeNameOf(params.id);
  return name ? ok(await settingView(name, parts)) : refuse(404, { code: "not_found" });
}

async function settingView(name: OfficeName, parts: StaffParts): Promise<OfficeView> {
  const [versions, people] = await Promise.all([parts.office.history(name, VERSIONS_AT_MOST), readPeople(parts)]);
  const [newest] = versions;
  return {
    name,
    version: newest?.version ?? 0,
    // What editors' files say, where nothing was set yet.
    value: masked(name, newest ? newest.value : parts.content().office[name]),
    history: versions.map(({ version, at, by, why }) => {
      return { version, at: at.toISOString(), by: personOf(by, people).name, why };
    }),
  };
}

const save = withBody<Call, z.infer<typeof OfficeBody>>(OfficeBody, async (call, { seen, value, why }, parts) => {
  const name = officeNameOf(call.params.id);
  if (!name) return refuse(404, { code: "not_found" });
  const { office, content, now, log } = parts;
  const [newest] = await office.history(name, 1);
  const read = readSetting(name, unmasked(name, value, newest?.value), content());
  if ("fields" in read) return refuse(400, { code: "wrong_body", fields: read.fields });
  const by = call.session.account.id;
  if (!(await office.save(name, read.value, seen, { by, why, at: now() }))) return stale(name, parts);
  await office.changed();
  log.info("office_saved", { name, version: seen + 1, by });
  const noted = { subject: { kind: "office", id: name }, details: { version: seen + 1, why } };
  return { ...ok(await settingView(name, parts)), noted };
});

async function stale(name: OfficeName, parts: StaffParts): Promise<Answer> {
  const { version, value, history } = await settingView(name, parts);
  return refuse(409, { code: "office_stale", version, value, by: history[0]?.by ?? "" });
}

async function version({ params }: Call, { office }: StaffParts): Promise<Answer> {
  const name = officeNameOf(params.id);
  const wanted = Number(params.version);
  const found = name && (await office.history(name, VERSIONS_AT_MOST)).find((one) => one.version === wanted);
  if (!name || !found) return refuse(404, { code: "not_found" });
  const view: OfficeVersionView = { value: masked(name, found.value) };
  return ok(view);
}

async function bounces(_: Call, { requests, content, now }: StaffParts): Promise<Answer> {
  const { names } = content();
  const found = await requests.bounces(new Date(now().getTime() - BOUNCES_DAYS * DAY_MS));
  const view: BouncesView = found.map(({ service, unit, count, reasons }) => ({
    service: { code: service, label: names.service(service) },
    unit: { id: unit, name: names.unit(unit) },
    count,
    reasons,
  }));
  return ok({ bounces: view });
}

const right = "manage_office";

export const officeRoutes: Route[] = [
  {
    method: "GET",
    path: "office/:id",
    right,
    handle: setting,
    what: "routing, ways, sentences or timings, with history",
  },
  {
    method: "GET",
    path: "office/:id/versions/:version",
    right,
    handle: version,
    what: "what it was like",
  },
  {
    method: "POST",
    path: "office/:id",
    right,
    handle: save,
    what: "a new version of it",
    audit: { act: "office_saved" },
  },
  { method: "GET", path: "office-bounces", right, handle: bounces, what: "what units sent back in the last 90 days" },
];
