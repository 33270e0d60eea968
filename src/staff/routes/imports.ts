import type { z } from "zod";
import { fold } from "../../conversation/fold";
import type { StaffParts } from "../parts";
import { type Answer, type Call, type Handle, ok, type Route, refuse, withBody } from "../route";
import { articlesIn, guessColumns } from "../studio/imports/faqTable";
import { fetchPage } from "../studio/imports/fetchPage";
import { type Imported, importArticle } from "../studio/imports/importArticle";
import { articleOfPage } from "../studio/imports/readPage";
import { readXlsx } from "../studio/imports/readXlsx";
import { type CsvRow, readCsv } from "../studio/readCsv";
import { FaqBody, type FaqView, type ImportsView, PageBody, type PageView } from "../wire";

const MOST_ROWS = 200;
const SAMPLE_ROWS = 5;
const SAMPLE_CELL = 200;

const hosts: Handle<Call> = async (_, { settings }) => {
  const view: ImportsView = { hosts: settings.importHosts };
  return ok(view);
};

type Faq = z.infer<typeof FaqBody>;

/** A table of questions and answers: every row that can be read becomes a draft of its own. */
const faq = withBody<Call, Faq>(FaqBody, async (call, body, parts) => {
  const table = rowsOf(body);
  const [first, ...rows] = table ?? [];
  if (!table || !first) return refuse(400, { code: "wrong_body", fields: ["content"] });
  if (rows.length > MOST_ROWS) return refuse(400, { code: "too_many" });
  const columns = body.columns ?? guessColumns(first.cells);
  const { cells: headings } = first;
  const view: FaqView = { headings, sample: sampleOf(rows), columns, rows: rows.length, drafts: [], skipped: [] };
  const missing = (["question", "answer"] as const).filter((column) => columns[column] === undefined);
  if (missing.length > 0 && body.look) return ok(view);
  if (missing.length > 0) return refuse(400, { code: "wrong_body", fields: missing.map((one) => `columns.${one}`) });
  const { articles, skipped } = articlesIn(rows, columns, await isThereIn(parts));
  if (body.look) return ok({ ...view, skipped });
  const drafts = await draftsOf(articles, call.session.account.id, parts);
  return {
    ...ok({ ...view, drafts, skipped }),
    noted: { details: { drafts: drafts.length, skipped: skipped.length } },
  };
});

async function draftsOf(articles: { line: number; article: Imported }[], by: string, parts: StaffParts) {
  const drafts: FaqView["drafts"] = [];
  for (const { line, article } of articles) {
    const draft = await importArticle(article, { by, parts });
    if (draft) drafts.push({ line, draft: draft.id, title: draft.title });
  }
  return drafts;
}

function rowsOf({ format, content }: Faq): CsvRow[] | undefined {
  return format === "csv" ? readCsv(content) : readXlsx(Buffer.from(content, "base64"));
}

const sampleOf = (rows: CsvRow[]) =>
  rows
    .slice(0, SAMPLE_ROWS)
    .map(({ cells }) => cells.map((cell) => (cell.length > SAMPLE_CELL ? `${cell.slice(0, SAMPLE_CELL)}…` : cell)));

/** By the title of what is published or being written. */
async function isThereIn({ content, studio }: StaffParts): Promise<(title: string) => boolean> {
  const drafts = await studio.store.drafts();
  const titles = [...[...content().articles.values()].map(({ title }) => title), ...drafts.map(({ title }) => title)];
  const known = new Set(titles.map(fold));
  return (title) => known.has(fold(title));
}

/** A page of the city's becomes a draft that names it as its source. */
const page = withBody<Call, z.infer<typeof PageBody>>(PageBody, async (call, { url }, parts): Promise<Answer> => {
  const fetched = await fetchPage(url, parts.settings.importHosts);
  if ("because" in fetched) return refuse(400, { code: "page_refused", because: fetched.because });
  const article: Imported | undefined = articleOfPage(fetched.html, fetched.url);
  if (!article) return refuse(400, { code: "page_refused", because: "empty" });
  const draft = await importArticle(article, { by: call.session.account.id, parts });
  if (!draft) return refuse(409, { code: "too_many" });
  const view: PageView = { draft: draft.id, title: draft.title };
  return { ...ok(view), noted: { subject: { kind: "draft", id: draft.id }, details: { from: fetched.url } } };
});

const right = "edit_knowledge";
const audit = { act: "articles_imported" };
/** A look changes nothing. */
const auditFaq = { ...audit, when: ({ body }: Call) => FaqBody.safeParse(body).data?.look === false };

export const importsRoutes: Route[] = [
  { method: "GET", path: "imports", right, handle: hosts, what: "whose pages may be imported" },
  { method: "POST", path: "imports/faq", right, handle: faq, what: "drafts out of a table", audit: auditFaq },
  { method: "POST", path: "imports/page", right, handle: page, what: "a draft out of a page", audit },
];
