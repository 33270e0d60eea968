import type { ArticleSummary } from "../../../src/api/schemas";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import { realParts } from "../../learnt";
import { type ApiServer, apiServer } from "./apiServer";
import { readersOf } from "./published";

let server: ApiServer;
let key: string;
let read: ReturnType<typeof readersOf>;

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${server.urls[0]}${path}`, { ...init, headers: { "X-Api-Key": key, ...init.headers } });
const json = async (path: string, init?: RequestInit): Promise<unknown> => {
  const response = await call(path, init);
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
};
const search = async (q: string, more = "") => read.search(await json(`search?q=${encodeURIComponent(q)}${more}`));
const ids = (articles: ArticleSummary[]) => articles.map(({ id }) => id);

async function problem(path: string, status: number, init?: RequestInit) {
  const response = await call(path, init);
  expect([path, response.status, response.headers.get("content-type")]).toEqual([
    path,
    status,
    "application/problem+json",
  ]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const body = read.problem(await response.json());
  expect(body.status).toBe(status);
  return body;
}

beforeAll(async () => {
  server = await apiServer([openMemoryBus()]);
  ({ key } = await server.keyOf());
  read = readersOf(await json("schema.json"));
});
afterAll(async () => {
  await server?.close();
  expect(server?.logged.filter((line) => line.includes("api_failed"))).toEqual([]);
});

const articles = [...realParts().content.articles.values()];
const whole = (language: "en" | "uk") => articles.filter((one) => Object.keys(one.translations[language].sections)[0]);
const translated = whole("uk")[0]?.id ?? "";
const polishOnly = articles.find((one) => !whole("uk").includes(one))?.id ?? "";

const notOurs = [...realParts().content.outside.values()][0]?.examples[0] ?? "";

describe("the list", () => {
  test("gives every article once, page by page", async () => {
    const pages = [];
    let next: string | null = "";
    while (next !== null) {
      const page = read.list(await json(`articles?limit=40&after=${next}`));
      expect(page).toMatchObject({ language: "pl", total: articles.length });
      pages.push(ids(page.articles));
      next = page.next;
    }
    expect(pages.map((page) => page.length)).toEqual([40, 40, articles.length - 80]);
    expect(pages.flat()).toEqual(articles.map(({ id }) => id).sort());
  });

  test("can be narrowed by words and by unit, in the language asked for", async () => {
    const found = read.list(await json("articles?language=en&q=parking%20permit"));
    expect(found.articles.length).toBeGreaterThan(0);
    for (const { title, answer } of found.articles)
      expect(`${title} ${answer.text}`).toMatch(/parking[\s\S]*permit|permit[\s\S]*parking/i);
    const byUnit = read.list(await json("articles?unit=STRAZ%20miejska"));
    expect(byUnit.articles.length).toBeGreaterThan(0);
    for (const { unit } of byUnit.articles) expect(unit).toMatch(/straż/i);
    expect(read.list(await json("articles?q=qqqq"))).toMatchObject({ total: 0, next: null, articles: [] });
  });

  test("tells in which languages an article can be read", async () => {
    const { articles: shown } = read.list(await json("articles?limit=100&language=uk"));
    const languagesOf = (id: string) => shown.find((one) => one.id === id)?.languages;
    expect(languagesOf(translated)).toContain("uk");
    expect(shown.every(({ language, answer }) => language === "uk" && answer.language === "uk")).toBe(true);
  });
});

describe("one article", () => {
  test("is whole: its parts in order, in Markdown and in plain text, with sources and what is related", async () => {
    for (const { id } of articles) read.article(await json(`articles/${id}`));
    const office = read.article(await json("articles/kck-kontakt"));
    expect(office.sections.map(({ heading }) => heading).slice(0, 3)).toEqual([
      "Dla kogo",
      "Co przygotować",
      "Krok po kroku",
    ]);
    expect(office.related).toContainEqual({
      id: "godziny-i-adresy-urzedu",
      title: "Godziny i adresy Urzędu Miasta Krakowa",
    });
    expect(office.sources.length).toBeGreaterThan(0);
    expect(office.source_date ?? "2020").toMatch(/^20\d\d/);
  });

  test("is Polish where it is not translated, and each part says so", async () => {
    const inUkrainian = read.article(await json(`articles/${translated}?language=uk`));
    expect(new Set(inUkrainian.sections.map(({ language }) => language))).toEqual(new Set(["uk"]));
    const half = read.article(await json(`articles/${polishOnly}?language=uk`));
    expect([half.language, half.answer.language]).toEqual(["uk", "uk"]);
    expect(new Set(half.sections.map(({ language }) => language))).toEqual(new Set(["pl"]));
    expect(half.languages).not.toContain("uk");
  });

  test("holds nothing that only teaches the bot", async () => {
    const [first] = articles;
    if (!first) throw new Error("there are articles");
    const text = JSON.stringify(await json(`articles/${first.id}`));
    expect(text).not.toMatch(/phrasing|keyword|competence/);
    for (const phrasing of first.phrasings) expect(text).not.toContain(phrasing);
  });

  test("in plain text has no marks left", async () => {
    for (const { id } of whole("en")) {
      const { answer, sections } = read.article(await json(`articles/${id}?language=en`));
      for (const { text } of [answer, ...sections]) expect(text).not.toMatch(/\]\(http/);
    }
  });
});

describe("the search", () => {
  test("puts first what the bot answers with, and says that it would", async () => {
    const { bot, results } = await search("jak wyrobić dowód osobisty?");
    const [first] = results;
    expect([bot, first?.band]).toEqual(["answer", "answer"]);
    expect(first?.id).toMatch(/^dowod-osobisty/);
    const scores = results.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(results.slice(1).every(({ band }) => band === "none")).toBe(true);
  });

  test("shows which titles the bot would offer", async () => {
    const searched = await Promise.all(["prawo jazdy", "parking", "karta", "bilet dla dziecka"].map((q) => search(q)));
    const offering = searched.filter(({ bot }) => bot === "offer");
    expect(offering.length).toBeGreaterThan(0);
    for (const { results } of offering) {
      const bands = results.map(({ band }) => band);
      expect(bands).toContain("offer");
      expect(bands).not.toContain("answer");
    }
  });

  test.each([
    ["dziura w jezdni na Długiej 12", "dialog"],
    ["ratunku, ktoś się topi w Wiśle", "emergency"],
    [notOurs, "elsewhere"],
    ["chcę rozmawiać z człowiekiem", "other"],
  ])("%s: %s", async (q, bot) => {
    expect((await search(q)).bot).toBe(bot);
  });

  test("answers in the language asked for, cut words and missing diacritics included", async () => {
    const cut = await search("zlob", "&language=en&limit=1");
    expect(cut.results).toMatchObject([{ id: "zlobek-zapisy-i-oplaty", language: "en", answer: { language: "en" } }]);
    expect((await search("?!")).results).toEqual([]);
  });
});

describe("over HTTP", () => {
  const etagOf = async (path: string) => (await call(path)).headers.get("etag") ?? "";

  test("what the caller has is not sent again; another language, query or content is", async () => {
    const paths = [
      `articles/${translated}`,
      `articles/${translated}?language=en`,
      "articles",
      "articles?q=dow",
      "search?q=dowod",
      "schema.json",
      "openapi.json",
    ];
    const etags = await Promise.all(paths.map(etagOf));
    expect(new Set(etags).size).toBe(paths.length);
    expect(etags.every((etag) => /^"[\w-]{22}"$/.test(etag))).toBe(true);
    for (const [n, path] of paths.entries()) {
      const again = await call(path, { headers: { "If-None-Match": `"other", W/${etags[n]}` } });
      expect([path, again.status, again.headers.get("etag"), await again.text()]).toEqual([path, 304, etags[n], ""]);
      expect((await call(path, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    }
    const before = server.content.is;
    server.content.is = { ...before, content: { ...before.content, version: "edited" } };
    expect(await etagOf("articles")).not.toBe(etags[2]);
    server.content.is = before;
    expect(await etagOf("articles")).toBe(etags[2]);
  });

  test("anybody may keep an article for a minute; what was typed, only the caller", async () => {
    const headersOf = async (path: string) => {
      const { headers } = await call(path);
      return [headers.get("cache-control"), headers.get("vary"), headers.get("access-control-allow-origin")];
    };
    expect(await headersOf("articles")).toEqual(["public, max-age=60", "Accept-Language", "*"]);
    expect(await headersOf("search?q=dowod")).toEqual(["private, max-age=60", "Accept-Language", "*"]);
  });

  test("without a parameter the language is the browser's", async () => {
    const inBrowser = { headers: { "Accept-Language": "de-DE,de;q=0.9,uk;q=0.8,pl;q=0.7" } };
    expect(read.list(await json("articles", inBrowser)).language).toBe("uk");
    expect(read.list(await json("articles?language=en", inBrowser)).language).toBe("en");
  });

  test("HEAD tells the same without the body", async () => {
    const [head, get] = [await call("articles", { method: "HEAD" }), await call("articles")];
    for (const name of ["etag", "content-type", "content-length", "cache-control"])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("pages of other sites may read, with a key as well; nobody may write", async () => {
    const asked = await call("articles", { method: "OPTIONS" });
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    expect(asked.headers.get("access-control-allow-headers")).toContain("X-Api-Key");
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      expect((await problem(`articles/${translated}`, 405, { method })).type).toBe("tag:hejnal,2026:method");
  });

  test.each([
    ["articles?limit=0", ["limit"]],
    ["articles?limit=101&unit=x&language=de", ["language", "limit"]],
    ["articles?limit=many", ["limit"]],
    ["articles?lang=en", ["lang"]],
    ["articles?q=a&q=b", ["q"]],
    ["search", ["q"]],
    ["search?q=", ["q"]],
    [`articles/${translated}?q=x`, ["q"]],
    ["schema.json?x=1", ["x"]],
  ])("%s: the wrong parameters are named", async (path, names) => {
    const body = await problem(path, 400);
    expect(body.parameters?.map(({ name }) => name).sort()).toEqual(names);
  });

  test("five hundred letters may be searched for, and no more", async () => {
    await search("a".repeat(500));
    await problem(`search?q=${"a".repeat(501)}`, 400);
  });

  test("a problem is told in the language asked for, and is the same one in each", async () => {
    const told = await Promise.all(["pl", "en", "uk"].map((one) => problem(`articles/none?language=${one}`, 404)));
    expect(new Set(told.map(({ detail }) => detail)).size).toBe(3);
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(["tag:hejnal,2026:not_found"]));
    expect((await problem("search?language=en", 400)).parameters).toEqual([
      { name: "q", detail: "This parameter is needed." },
    ]);
  });

  test("there is nothing elsewhere, and nothing can be smuggled into an address", async () => {
    const long = `articles/${"x".repeat(300)}`;
    for (const path of ["", "nothing", "articles/a/b", "articles/..%2F..%2Fapi", long])
      expect((await problem(path, 404)).type).toBe("tag:hejnal,2026:not_found");
    // No address at all: the server refuses it before it comes to us.
    expect((await call("articles/%ff")).status).toBe(404);
  });

  test("the addresses are published as OpenAPI, with every answer's schema", async () => {
    const document = await json("openapi.json");
    expect(document).toMatchObject({
      openapi: "3.1.0",
      paths: { "/articles": {}, "/articles/{id}": {}, "/search": {} },
    });
    const text = JSON.stringify(document);
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = ""]) => name);
    expect(new Set(named)).toEqual(new Set(["ArticleSummary", "ArticleList", "Article", "Search", "Problem"]));
    expect(document).toHaveProperty("components.schemas.Search.properties.bot.enum");
  });

  test("logs and figures know the route, never what was asked", async () => {
    await call("search?q=tajnesłowo&limit=zero");
    await call("articles/tajnyartykuł", { method: "HEAD" });
    expect(server.logged.join("\n")).toContain("/api/v1/search");
    expect(server.logged.join("\n")).not.toMatch(/tajn/);
    const { text } = await server.metrics.page();
    expect(text).toContain('route="/api/v1/articles/:id"');
    expect(text).not.toMatch(/tajn/);
  });
});

describe("who calls", () => {
  test("a wrong or ended key is refused, in words", async () => {
    const ended = await server.keyOf();
    await server.apiKeys.end(ended.id, new Date());
    for (const wrong of ["wrong", ended.key]) {
      const response = await call("articles?language=en", { headers: { "X-Api-Key": wrong } });
      expect([response.status, response.headers.has("www-authenticate")]).toEqual([401, true]);
      expect(read.problem(await response.json()).detail).toMatch(/key/);
    }
  });

  // The last one: nobody reads without a key after it.
  test("without a key few calls a minute are allowed, with one they go on", async () => {
    const anonymous = () => fetch(`${server.urls[0]}articles?limit=1`);
    for (let n = 0; n < 60; n++) expect((await anonymous()).status).toBe(200);
    const refused = await anonymous();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(read.problem(await refused.json()).type).toBe("tag:hejnal,2026:often");
    expect((await call("articles")).status).toBe(200);
  });
});
