import type { z } from "zod";
import { fold } from "../../conversation/fold";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, withBody } from "../route";
import { articlesIn, guessColumns } from "../studio/imports/faqTable";
import { fetchPage } from "../studio/imports/fetchPage";
import { type Imported, importArticle } from "../studio/imports/importArticle";
import { articleOfPage } from "../studio/imports/readPage";
import { readXlsx } from "../studio/imports/readXlsx";
import { type CsvRow, readCsv } from "../studio/readCsv";
import { FaqBody, type FaqView, PageBody, type PageView } from "../wire";

const MOST_ROWS = 200;

type Faq = z.infer<typeof FaqBody>;

/** A table of questions and answers: every row that can be read becomes a draft of its own. */
const faq = withBody<Call, Faq>(FaqBody, async (call, body, parts) => {
  const table = rowsOf(body);
  const [first, ...rows] = table ?? [];
  if (!table || !first) return refuse(400, { code: "wrong_body", fields: ["content"] });
  if (rows.length > MOST_ROWS) return refuse(400, { code: "too_many" });
  const columns = { ...guessColumns(first.cells), ...body.columns };
  const view: FaqView = { headings: first.cells, columns, rows: rows.length, drafts: [], skipped: [] };
  if (body.look) return ok(view);
  const missing = (["question", "answer"] as const).filter((column) => columns[column] === undefined);
  if (missing.length > 0) return refuse(400, { code: "wrong_body", fields: missing.map((one) => `columns.${one}`) });
  const { articles, skipped } = articlesIn(rows, columns, await isThereIn(parts));
  const drafts: FaqView["drafts"] = [];
  for (const { line, article } of articles) {
    const draft = await importArticle(article, { by: call.session.account.id, parts });
    if (draft) drafts.push({ line, draft: draft.id, title: draft.title });
  }
  return {
    ...ok({ ...view, drafts, skipped }),
    noted: { details: { drafts: drafts.length, skipped: skipped.length } },
  };
});

function rowsOf({ format, content }: Faq): CsvRow[] | undefined {
  return format === "csv" ? readCsv(content) : readXlsx(Buffer.from(content, "base64"));
}

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

export const importsRoutes: Route[] = [
  { method: "POST", path: "imports/faq", right, handle: faq, what: "drafts out of a table", audit },
  { method: "POST", path: "imports/page", right, handle: page, what: "a draft out of a page", audit },
];
