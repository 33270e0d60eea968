import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { z } from "zod";
import { type Example, nameOfIntent } from "../../src/conversation/understanding";
import { createSearch } from "../../src/knowledge/search";
import { loadContent } from "../../src/loadParts";
import { languageOf } from "../../src/understanding/language";
import { createUnderstanding } from "../../src/understanding/understanding";
import { terms } from "../../src/understanding/words";
import { auroc, falseAcceptance, percent, share } from "./measures";
import type { Item } from "./sets";
import { varied } from "./variants";

const FOLDER = "bench/peers";

const Answer = z.object({ labels: z.array(z.string()), score: z.number() });
const Measured = z.object({
  peer: z.string(),
  trainedMs: z.number(),
  trainedOn: z.number(),
  answers: z.array(Answer),
  msPerText: z.number(),
});
type Answer = z.infer<typeof Answer>;
type Measured = z.infer<typeof Measured>;
type Loaded = ReturnType<typeof loadContent>;

/** The texts all are judged on; `questions` are those with an article, `bare` and `mistyped` the same typed in a hurry. */
type Judged = { questions: Item[]; reports: Item[]; others: Item[]; bare: Item[]; mistyped: Item[] };

/**
 * Prints one table: ours beside what a Node team would pick instead (bench/peers), trained on the same content in the
 * same run and judged on the same own words. All that counts is the ranking and its score: nobody's threshold is used.
 */
export function measurePeers(items: Item[]): void {
  if (!existsSync(`${FOLDER}/node_modules`)) {
    console.error(`The peers are not installed: npm ci --prefix ${FOLDER}`);
    process.exitCode = 1;
    return;
  }
  const loaded = loadContent(".");
  const judged = judgedOf(items.filter(({ derived }) => !derived));
  const texts = [...new Set(Object.values(judged).flatMap((some) => some.map(({ text }) => text)))];
  const all = [measureOurs(loaded, texts), ...askPeers(loaded, texts)];
  const count = (part: keyof Judged) => judged[part].length;
  console.log(`own words: ${count("questions")} questions, ${count("reports")} reports, ${count("others")} not for us`);
  console.table(all.map((measured) => rowOf(measured, texts, judged)));
  for (const { peer, trainedOn } of all.filter(({ peer }) => peer.includes("Logistic")))
    console.log(`${peer}: trained on ${trainedOn} examples, more does not end`);
}

function judgedOf(own: Item[]): Judged {
  const questions = (some: Item[]) => some.filter(({ part, right }) => part === "questions" && right.length > 0);
  return {
    questions: questions(own),
    reports: own.filter(({ part }) => part === "reports"),
    others: own.filter(({ part }) => part === "oos"),
    bare: questions(varied(own, "no diacritics")),
    mistyped: questions(varied(own, "one typo")),
  };
}

/** Everything as the program does it at start, without reading files. */
function measureOurs({ content, ...lessons }: Loaded, texts: string[]): Measured {
  const started = performance.now();
  const index = createSearch([...content.articles.values()], terms);
  const search = (asked: string[]) => index(asked).map(({ article }) => article.id);
  const { understand, searchTerms } = createUnderstanding({ ...lessons, search });
  const trainedMs = performance.now() - started;
  const asked = performance.now();
  const answers = texts.map((text): Answer => {
    const { candidates, confidence } = understand(text, { language: "pl", found: search(searchTerms(text)) });
    return { labels: candidates.slice(0, 3).map(({ intent }) => nameOfIntent(intent)), score: confidence };
  });
  const msPerText = (performance.now() - asked) / texts.length;
  return { peer: "ours", trainedMs, trainedOn: lessons.examples.length, answers, msPerText };
}

function askPeers({ content, examples }: Loaded, texts: string[]): Measured[] {
  // Polish first: a peer too slow for all of them gets the first of each class.
  const inPolish = (text: string) => languageOf(text, "pl") === "pl";
  const ordered = [true, false].flatMap((first) => examples.filter(({ text }) => inPolish(text) === first));
  const input = JSON.stringify({
    examples: ordered.map(({ text, intent }) => ({ text, label: nameOfIntent(intent) })),
    articles: documentsOf(examples, content.articles),
    texts,
  });
  const { stdout, status, error } = spawnSync(process.execPath, [`${FOLDER}/peers.mjs`], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (error || status !== 0) throw new Error(`${FOLDER}/peers.mjs ended with ${error?.message ?? status}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => Measured.parse(JSON.parse(line)));
}

/** For a search engine: one document for each meaning, all its examples and an article's prose. */
function documentsOf(examples: Example[], articles: Loaded["content"]["articles"]): { id: string; text: string }[] {
  const said = examples.map(({ text, intent }): [string, string] => [nameOfIntent(intent), text]);
  for (const { id, answer, sections, translations } of articles.values())
    for (const prose of [{ answer, sections }, translations.en, translations.uk])
      said.push([nameOfIntent({ kind: "article", id }), [prose.answer, ...Object.values(prose.sections)].join("\n")]);
  const texts = new Map<string, string>();
  for (const [id, text] of said) texts.set(id, `${texts.get(id) ?? ""}${text}\n`);
  return [...texts].map(([id, text]) => ({ id, text }));
}

function rowOf({ peer, trainedMs, trainedOn, answers, msPerText }: Measured, texts: string[], judged: Judged) {
  const byText = new Map(texts.map((text, index) => [text, answers[index]]));
  const labels = ({ text }: Item, most: number) => (byText.get(text)?.labels ?? []).slice(0, most);
  const at = (most: number, items: Item[]) =>
    percent(share(items, (item) => labels(item, most).some((label) => isRight(label, item))));
  const scores = (items: Item[]) => items.map(({ text }) => scoreAsOurs(byText.get(text)));
  const ours = scores([...judged.questions, ...judged.reports]);
  const others = scores(judged.others);
  return {
    who: peer,
    "questions at 1": at(1, judged.questions),
    "at 3": at(3, judged.questions),
    "no diacritics at 1": at(1, judged.bare),
    "one typo at 1": at(1, judged.mistyped),
    "reports at 1": at(1, judged.reports),
    "reports at 3": at(3, judged.reports),
    "not for us: FAR at 95 %": percent(falseAcceptance(ours, others)),
    AUROC: others.length > 0 && ours.length > 0 ? auroc(ours, others).toFixed(3) : "–",
    "trained on": trainedOn,
    "trained in s": (trainedMs / 1000).toFixed(1),
    "µs a text": Math.round(msPerText * 1000),
  };
}

function isRight(label: string, { part, right }: Item): boolean {
  const kind = part === "questions" ? "article" : "service";
  return right.some((id) => label === `${kind}:${id}`);
}

/**
 * How sure one is that a text is a matter of the city; another's matter or small talk, however sure, is none. Who takes
 * too many of ours for another's reaches 95 % only below zero, where such answers are let in as well.
 */
function scoreAsOurs(answer: Answer | undefined): number {
  const [first] = answer?.labels ?? [];
  if (first === undefined) return 0;
  const score = answer?.score ?? 0;
  return /^(article|service):/.test(first) ? score : -score;
}
