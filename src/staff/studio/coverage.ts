import { areaOf } from "../../handoff/areas";
import type { Article } from "../../knowledge/article";
import type { StaffContent } from "../parts";
import type { ArticleFigures, CoverageView, GroupCoverage, TopicCoverage } from "../wire";

type Known = { figures: Map<string, ArticleFigures>; regression: Map<string, number> };
type Counted = Omit<TopicCoverage, "thin">;

const polish = new Intl.Collator("pl");

/** What is asked of every topic, and what there is to answer and to measure it with. */
export function coverageOf(content: StaffContent, known: Known): CoverageView {
  const counted = [...content.articles.values()].map((article) => countedOf(article, content, known));
  const manyAsked = median(counted.map(({ asked }) => asked).filter((asked) => asked > 0));
  const manyPhrasings = median(counted.map(({ phrasings }) => phrasings));
  const topics = counted
    .map((topic) => ({
      ...topic,
      thin: topic.asked > 0 && topic.asked >= manyAsked && topic.phrasings < manyPhrasings,
    }))
    .sort((a, b) => b.asked - a.asked || polish.compare(a.title, b.title));
  return {
    topics,
    areas: grouped(topics, ({ area }) => area ?? ""),
    units: grouped(topics, ({ unit }) => unit),
  };
}

function countedOf(article: Article, content: StaffContent, { figures, regression }: Known): Counted {
  const { id, title, unit, phrasings, translations } = article;
  const figure = figures.get(id);
  const area = areaOf({ kind: "article", id }, content.areas, () => undefined);
  const name = content.areas.find((one) => one.id === area)?.name.pl;
  return {
    ...{ id, title, unit },
    ...(name !== undefined && { area: name }),
    phrasings: phrasings.length + translations.en.phrasings.length + translations.uk.phrasings.length,
    asked: figure?.asked ?? 0,
    answered: figure?.answered ?? 0,
    labelled: content.labelled.get(`article:${id}`) ?? 0,
    regression: regression.get(`article:${id}`) ?? 0,
  };
}

function grouped(topics: TopicCoverage[], nameOf: (topic: TopicCoverage) => string): GroupCoverage[] {
  const names = [...new Set(topics.map(nameOf))].sort(polish.compare);
  return names.map((name) => {
    const own = topics.filter((topic) => nameOf(topic) === name);
    const sum = (count: (topic: TopicCoverage) => number) => own.reduce((all, topic) => all + count(topic), 0);
    return {
      name,
      topics: own.length,
      phrasings: sum(({ phrasings }) => phrasings),
      asked: sum(({ asked }) => asked),
      answered: sum(({ answered }) => answered),
      labelled: sum(({ labelled }) => labelled),
      regression: sum(({ regression }) => regression),
      notAsked: sum(({ asked }) => (asked === 0 ? 1 : 0)),
      thin: sum(({ thin }) => (thin ? 1 : 0)),
    };
  });
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
