import { z } from "zod";
import { Language } from "../../conversation/language";
import { SectionName } from "../../conversation/reply";
import type { Article } from "../../knowledge/article";
import { dayOf } from "../figures";
import type { StaffParts } from "../parts";
import { csvOf } from "../requests/csv";
import { type Answer, type Call, type Handle, ok, type Route, refuse, withBody } from "../route";
import { guidanceView, previewView, studioArticle } from "../studio/articlePage";
import { listArticles } from "../studio/articleRows";
import { benchRows } from "../studio/bench";
import { benchTable } from "../studio/benchTable";
import { ArticleQuery, BenchBody, type BenchView } from "../wire";

const FIGURES_OF_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

const figuresOf = ({ store, now }: StaffParts) =>
  store.figures.articles(new Date(now().getTime() - FIGURES_OF_DAYS * DAY_MS));

/** Articles as editors look after them. */
async function articles({ query }: Call, parts: StaffParts): Promise<Answer> {
  const read = ArticleQuery.safeParse(query);
  if (!read.success) return wrong(read.error);
  const today = dayOf(parts.now());
  const [figures, drafts] = await Promise.all([figuresOf(parts), parts.studio.store.drafts()]);
  const { articles, office } = parts.content();
  const drafted = idsIn(drafts.map(({ subject }) => subject));
  const off = idsIn(office.topics.off.map(({ topic }) => topic));
  return ok(listArticles(read.data, { articles, figures, today, drafted, off }));
}

/** Of "article:dowod" and what else there is, the articles. */
const idsIn = (named: string[]) => new Set(named.flatMap((name) => /^article:(.+)$/.exec(name)?.[1] ?? []));

const wrong = ({ issues }: z.ZodError) =>
  refuse(400, { code: "wrong_body", fields: issues.map(({ path }) => path.join(".")) });

/** Lets through to an article there is. */
const ofArticle =
  (handle: (article: Article, call: Call, parts: StaffParts) => Promise<Answer>): Handle<Call> =>
  async (call, parts) => {
    const found = parts.content().articles.get(call.params.id ?? "");
    return found ? handle(found, call, parts) : refuse(404, { code: "not_found" });
  };

const article = ofArticle(async (found, _, parts) => {
  const figures = await figuresOf(parts);
  return ok(studioArticle(found, { content: parts.content(), figures, today: dayOf(parts.now()) }));
});

const guidance = ofArticle(async (found, _, { content, now }) =>
  ok(guidanceView(found, { content: content(), today: dayOf(now()) })),
);

const PreviewQuery = z.strictObject({ language: Language.default("pl"), section: SectionName.optional() });

const preview = ofArticle(async (found, { query }, { content, now }) => {
  const read = PreviewQuery.safeParse(query);
  if (!read.success) return wrong(read.error);
  const { language, section } = read.data;
  return ok(previewView(found, { language, section, now: now() }, content()));
});

type Questions = z.infer<typeof BenchBody>;

const bench = withBody<Call, Questions>(BenchBody, async (_, { questions }, { content, now }) => {
  const view: BenchView = { rows: await benchRows(questions, content(), now()) };
  return ok(view);
});

const benchCsv = withBody<Call, Questions>(BenchBody, async (_, { questions }, { content, now }) => {
  const table = benchTable(await benchRows(questions, content(), now()));
  const name = `proba-${dayOf(now())}.csv`;
  return { ...ok({}), stream: { contentType: "text/csv; charset=utf-8", name, chunks: csvOf(table) } };
});

const right = "read_knowledge";

export const knowledgeStudioRoutes: Route[] = [
  { method: "GET", path: "knowledge-studio", right, handle: articles, what: "articles with their figures, filtered" },
  { method: "GET", path: "knowledge-studio/:id", right, handle: article, what: "one, in all its languages" },
  { method: "GET", path: "knowledge-studio/:id/guidance", right, handle: guidance, what: "what might be better" },
  { method: "GET", path: "knowledge-studio/:id/preview", right, handle: preview, what: "?section=&language= as read" },
  { method: "POST", path: "knowledge-bench", right: "try_knowledge", handle: bench, what: "questions tried out" },
  { method: "POST", path: "knowledge-bench/csv", right: "try_knowledge", handle: benchCsv, what: "the same as CSV" },
];
