import type { Example } from "../../src/conversation/understanding";
import type { Article } from "../../src/knowledge/article";
import { createSearch } from "../../src/knowledge/search";
import { loadContent } from "../../src/loadParts";
import { steadyRandom } from "../../src/understanding/steadyRandom";
import { createUnderstanding } from "../../src/understanding/understanding";
import { terms } from "../../src/understanding/words";
import { tellTimes } from "./speed";

/** Prints training time and time a message with so many articles: ours, and the rest made of their words in other order and with words of their own. */
export function measureScale(articles: number): void {
  const { content, examples } = loadContent(".");
  const own = [...content.articles.values()];
  const random = steadyRandom(11);
  const made = Array.from({ length: Math.max(0, articles - own.length) }, (_, number) => madeUp(number, own, random));
  const all = [...own, ...made];
  const search = createSearch(all, terms);
  const more = made.flatMap(({ id, title, phrasings, keywords }): Example[] => {
    const intent = { kind: "article", id } as const;
    return [
      ...[title, ...phrasings].map((text) => ({ text, intent })),
      ...keywords.map((text) => ({ text, intent, weight: 0.6 })),
    ];
  });
  const started = performance.now();
  const { understand, searchTerms } = createUnderstanding({ examples: [...examples, ...more] });
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${all.length} articles, ${examples.length + more.length} examples: learnt in ${seconds.toFixed(1)} s`);
  const texts = own.flatMap(({ phrasings }) => phrasings.slice(0, 20));
  tellTimes(texts, (text) =>
    understand(text, { language: "pl", found: search(searchTerms(text)).map(({ article }) => article.id) }),
  );
}

const PHRASINGS = 8;
const SYLLABLES =
  "ba ce do fi ga ho ja ku le mo na pa ro si ta wu za bro czy dru gra kle mni plo prze sta tru zwo".split(" ");

/** As many phrasings as the loader demands of an editor; every second word is the article's own. */
function madeUp(number: number, own: Article[], random: () => number): Article {
  const model = own[number % own.length];
  if (!model) throw new Error("there are no articles");
  const pick = <T>(from: T[]): T | undefined => from[Math.floor(random() * from.length)];
  const word = () => Array.from({ length: 3 }, () => pick(SYLLABLES) ?? "").join("");
  const names = Array.from({ length: 12 }, word);
  const mixed = (text: string) =>
    text
      .split(" ")
      .map((said) => (random() < 0.5 ? said : (pick(names) ?? said)))
      .join(" ");
  return {
    ...model,
    id: `made-${number}`,
    title: mixed(model.title),
    phrasings: model.phrasings.slice(0, PHRASINGS).map(mixed),
    keywords: model.keywords.slice(0, 8).map(mixed),
    answer: mixed(model.answer),
    sections: {},
    related: [],
  };
}
