import type { z } from "zod";
import type { StaffParts } from "../parts";
import { csvOf } from "../requests/csv";
import type { Cell } from "../requests/exportTable";
import { type Answer, type Call, type Handle, ok, type Route, refuse, withBody } from "../route";
import { checkLines } from "../studio/regressionCheck";
import { type Lines, readLines } from "../studio/regressionLines";
import { runTexts, titleOf } from "../studio/regressionRun";
import {
  type RegressionAdded,
  RegressionFormat,
  RegressionImportBody,
  RegressionRemoveBody,
  RegressionSetName,
  type RegressionSets,
  type RegressionTexts,
  RegressionTextsBody,
} from "../wire";

const MOST = 5000;
const PAGE = 100;

async function sets(_: Call, { store }: StaffParts): Promise<Answer> {
  const found = await store.regression.sets();
  const view: RegressionSets = {
    sets: found.map(({ changedAt, ...set }) => ({ ...set, changedAt: changedAt.toISOString() })),
    most: MOST,
  };
  return ok(view);
}

/** Lets through to a set there is, with its texts. */
const ofSet =
  (handle: (set: string, call: Call, parts: StaffParts) => Promise<Answer>): Handle<Call> =>
  async (call, parts) => {
    const set = call.params.set ?? "";
    const [one] = await parts.store.regression.texts({ set, from: 0, most: 1 });
    return one ? handle(set, call, parts) : refuse(404, { code: "not_found" });
  };

const texts = ofSet(async (set, { query }, { store, content }) => {
  const from = Math.min(Math.max(Math.trunc(Number(query.from)) || 0, 0), MOST);
  const found = await store.regression.texts({ set, from, most: PAGE + 1 });
  const { names } = content();
  const view: RegressionTexts = {
    items: found.slice(0, PAGE).map(({ right, at, ...text }) => {
      return { ...text, right: right.map((name) => ({ name, title: titleOf(name, names) })), at: at.toISOString() };
    }),
    ...(found.length > PAGE && { next: from + PAGE }),
  };
  return ok(view);
});

/** All of the lines, or none with what is wrong in each. */
async function put(set: string, lines: Lines, { session }: Call, { store, content, now }: StaffParts): Promise<Answer> {
  const checked = checkLines(lines, content());
  if ("mistakes" in checked) return refuse(400, { code: "wrong_lines", lines: checked.mistakes });
  const by = { accountId: session.account.id, at: now(), most: MOST };
  const done = await store.regression.add(set, checked.texts, by);
  if ("full" in done) return refuse(409, { code: "set_full", texts: done.full, most: MOST });
  const view: RegressionAdded = { added: done.added, there: checked.texts.length - done.added };
  return { ...ok(view), noted: { subject: { kind: "regression", id: set }, details: { ...view } } };
}

const add = withBody<Call, z.infer<typeof RegressionTextsBody>>(RegressionTextsBody, async (call, body, parts) => {
  const set = RegressionSetName.safeParse(call.params.set);
  if (!set.success) return refuse(400, { code: "wrong_body", fields: ["set"] });
  const lines = body.texts.map((text, index) => ({ ...text, line: index + 1 }));
  return put(set.data, { lines, mistakes: [] }, call, parts);
});

const imported = withBody<Call, z.infer<typeof RegressionImportBody>>(
  RegressionImportBody,
  async (call, { set, format, text }, parts) => {
    const lines = readLines[format](text);
    if (lines.lines.length + lines.mistakes.length === 0) return refuse(400, { code: "wrong_body", fields: ["text"] });
    if (lines.lines.length > MOST) return refuse(409, { code: "set_full", texts: lines.lines.length, most: MOST });
    return put(set, lines, call, parts);
  },
);

const remove = withBody<Call, z.infer<typeof RegressionRemoveBody>>(
  RegressionRemoveBody,
  async ({ params }, { ids }, { store }) => {
    const set = params.set ?? "";
    const removed = await store.regression.remove(set, ids);
    if (removed === 0) return refuse(404, { code: "not_found" });
    return { ...ok({ removed }), noted: { subject: { kind: "regression", id: set }, details: { removed } } };
  },
);

const exported = ofSet(async (set, { query }, { store }) => {
  const format = RegressionFormat.catch("jsonl").parse(query.format);
  const kept = await store.regression.texts({ set, from: 0, most: MOST });
  async function* rows(): AsyncGenerator<Cell[]> {
    for (const { text, right, note } of kept) yield [text, right.join(" "), note];
  }
  async function* lines(): AsyncGenerator<string> {
    for (const { text, right } of kept) yield `${JSON.stringify({ text, right })}\n`;
  }
  const chunks = format === "csv" ? csvOf({ titles: ["text", "right", "note"], rows: rows() }) : lines();
  const contentType = format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8";
  return { ...ok({}), stream: { contentType, name: `${set}.${format}`, chunks } };
});

const run = ofSet(async (set, _, { store, content, now }) => {
  const kept = await store.regression.texts({ set, from: 0, most: MOST });
  return ok(await runTexts(kept, content(), now()));
});

const right = "try_knowledge";
const audit = { added: { act: "regression_added" }, removed: { act: "regression_removed" } };

export const regressionRoutes: Route[] = [
  { method: "GET", path: "regression", right, handle: sets, what: "sets of texts with their right meanings" },
  { method: "GET", path: "regression/:set", right, handle: texts, what: "the texts of one, ?from=" },
  { method: "GET", path: "regression/:set/export", right, handle: exported, what: "as a file, ?format=jsonl or csv" },
  { method: "POST", path: "regression/:set/run", right, handle: run, what: "each tried out, and those not hit" },
  {
    method: "POST",
    path: "regression/:set/texts",
    right: "edit_knowledge",
    handle: add,
    what: "texts put into it; the first one makes it",
    audit: audit.added,
  },
  {
    method: "POST",
    path: "regression/:set/remove",
    right: "edit_knowledge",
    handle: remove,
    what: "texts taken out of it, or all",
    audit: audit.removed,
  },
  {
    method: "POST",
    path: "regression/import",
    right: "edit_knowledge",
    handle: imported,
    what: "lines of a file put into one",
    audit: audit.added,
  },
];
