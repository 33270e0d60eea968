import type { z } from "zod";
import { DistrictNumeral } from "../../conversation/place";
import type { Slot } from "../../conversation/slot";
import { findPersonalData } from "../../understanding/findPersonalData";
import { maskPersonalData } from "../../understanding/maskPersonalData";
import type { StaffParts } from "../parts";
import { filterOf, given, readFilter } from "../requests/filterOf";
import { readPeople } from "../requests/people";
import { requestRow } from "../requests/rows";
import { requestView } from "../requests/view";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import {
  CheckTextBody,
  type MarkView,
  type Paged,
  type PersonalView,
  type RequestChoices,
  type RequestCounts,
  type RequestRow,
  RequestsMapQuery,
} from "../wire";

const PAGE = 50;
const MARKS_AT_MOST = 500;
/** A mark stands for all that lies within so many pixels of a map whose world is 256 pixels wide at zoom 0. */
const MARK_PIXELS = 48;
const WORLD_PIXELS = 256;

async function requests(call: Call, parts: StaffParts): Promise<Answer> {
  const at = parts.now();
  const read = readFilter(call, at);
  if ("fields" in read) return refuse(400, { code: "wrong_body", ...read });
  const page = { most: PAGE + 1, ...(read.before && { after: read.before }) };
  const [listed, people] = await Promise.all([parts.requests.list(read.filter, page), readPeople(parts)]);
  const known = { content: parts.content(), people, at };
  const items = listed.slice(0, PAGE).map((one) => requestRow(one, known));
  const last = items.at(-1);
  const view: Paged<RequestRow> = { items, ...(listed.length > PAGE && last && { next: last.id }) };
  return ok(view);
}

async function counts({ session }: Call, { requests: store, now }: StaffParts): Promise<Answer> {
  const [open, overdue, mine, byHand] = await Promise.all([
    store.count({ status: ["open"] }),
    store.count({ overdueAt: now() }),
    store.count({ status: ["open"], assignedTo: session.account.id }),
    store.count({ byHand: true }),
  ]);
  const view: RequestCounts = { open, overdue, mine, byHand };
  return ok(view);
}

async function choices(_: Call, parts: StaffParts): Promise<Answer> {
  const { services, units, office } = parts.content();
  const { tiles } = parts.settings;
  const people = [...(await readPeople(parts)).values()].filter(({ canWork }) => canWork);
  const view: RequestChoices = {
    // What is only explained is never filed.
    services: [...services.values()]
      .filter(({ explain }) => !explain)
      .map(({ code, label, group, questions }) => {
        return { code, label: label.pl, group, questions: questions.flatMap(answerable) };
      }),
    units: [...units.values()].map(({ id, name }) => {
      return { id, name: name.pl, byHand: (office.ways.units[id] ?? []).length === 0 };
    }),
    districts: [...DistrictNumeral.options],
    people: people.map(({ id, name, present }) => ({ id, name, present })),
    ...(tiles && { tiles }),
  };
  return ok(view);
}

/** Only what has set answers can be asked for in a rule of the office. */
function answerable({ slot, label, expects, choices: among }: Slot): RequestChoices["services"][number]["questions"] {
  const yesNo = [
    { value: "yes", title: "tak" },
    { value: "no", title: "nie" },
  ];
  const answers = expects === "yes_no" ? yesNo : among.map(({ value, title }) => ({ value, title: title.pl }));
  return answers.length > 0 ? [{ slot, label: label.pl, answers }] : [];
}

async function map({ query, session }: Call, { requests: store, content, now }: StaffParts): Promise<Answer> {
  const read = RequestsMapQuery.safeParse(given(query));
  if (!read.success)
    return refuse(400, { code: "wrong_body", fields: read.error.issues.map(({ path }) => path.join(".")) });
  const { south, west, north, east, zoom, ...asked } = read.data;
  const filter = { ...filterOf(asked, { me: session.account.id, at: now() }), bounds: { south, west, north, east } };
  const gridDegrees = (MARK_PIXELS * 360) / (WORLD_PIXELS * 2 ** zoom);
  const found = await store.marks(filter, gridDegrees, MARKS_AT_MOST);
  const { names } = content();
  const marks: MarkView[] = found.map(({ service, ...mark }) => {
    return { ...mark, ...(service !== undefined && { label: names.service(service) }) };
  });
  return ok(marks);
}

/** One service request, as every act on it answers, too. */
export async function oneRequest({ params }: Call, parts: StaffParts): Promise<Answer> {
  const view = await requestView(params.id ?? "", parts);
  return view ? ok(view) : refuse(404, { code: "not_found" });
}

async function file({ params }: Call, { requests: store }: StaffParts): Promise<Answer> {
  const found = await store.loadFile(params.id ?? "", params.file ?? "");
  return found ? { ...ok({}), file: found } : refuse(404, { code: "not_found" });
}

const checkText = withBody<Call, z.infer<typeof CheckTextBody>>(CheckTextBody, async (_, { text }) => {
  const view: PersonalView = { personal: findPersonalData(text) };
  return ok(view);
});

/** The page of the list that was looked at. */
const page = ({ query }: Call) => ({ kind: "requests", id: (query.before ?? "first").slice(0, 100) });
const right = "read_desk";
const isLook = true;

export const requestsRoutes: Route[] = [
  {
    method: "GET",
    path: "requests",
    right,
    handle: requests,
    what: "service requests, newest first, narrowed as in `RequestsQuery`",
    audit: {
      act: "looked_at_requests",
      subject: page,
      details: ({ query }) => (query.q?.trim() ? { q: maskPersonalData(query.q) } : {}),
      isLook,
    },
  },
  { method: "GET", path: "requests/counts", right, handle: counts, what: "how many are open, overdue, mine, by hand" },
  // Who edits the office chooses among the same.
  { method: "GET", path: "requests/choices", right: "read_knowledge", handle: choices, what: "what to choose from" },
  { method: "GET", path: "requests/map", right, handle: map, what: "marks, narrowed as in `RequestsMapQuery`" },
  {
    method: "GET",
    path: "requests/:id",
    right,
    handle: oneRequest,
    what: "the whole of one",
    audit: { act: "looked_at_request", subject: subjectOf("request"), isLook },
  },
  {
    method: "GET",
    path: "requests/:id/files/:file",
    right,
    handle: file,
    what: "a photo of it",
    audit: {
      act: "looked_at_request_file",
      subject: ({ params }) => ({ kind: "file", id: params.file ?? "" }),
      isLook,
    },
  },
  { method: "POST", path: "requests/check-text", right, handle: checkText, what: "what in a text looks personal" },
];
