import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Example } from "./conversation/understanding";
import { dialogExamples, loadDialogs } from "./dialogs/loadDialogs";
import { articleExamples } from "./knowledge/articleExamples";
import { loadArticles } from "./knowledge/loadArticles";
import { loadOutside, outsideExamples } from "./knowledge/outside";
import { createSearch } from "./knowledge/search";
import { loadServices } from "./serviceRequests/loadServices";
import { serviceExamples } from "./serviceRequests/serviceExamples";
import { loadUnits } from "./serviceRequests/units";
import type { Content, Parts } from "./turn/parts";
import { loadSmallTalk, smallTalkExamples } from "./understanding/smallTalk";
import { createUnderstanding } from "./understanding/understanding";
import { terms } from "./understanding/words";

/**
 * Reads what editors wrote under `folder` and learns from it; throws one error that names every mistake.
 * `modelFile`: where what was learnt is kept between starts.
 */
export function loadParts(folder: string, modelFile?: string): Parts {
  const { content, examples } = loadContent(folder);
  const { understand } = createUnderstanding(examples, modelFile);
  const search = createSearch([...content.articles.values()], terms);
  return {
    content,
    understand,
    search: (text) => search(text).map(({ article, score }) => ({ article: article.id, score })),
  };
}

/** The content alone, and what the classifier is to learn from it. */
export function loadContent(folder: string): { content: Content; examples: Example[] } {
  const dialogsFolder = join(folder, "dialogs");
  const knowledgeFolder = join(folder, "knowledge");
  const articles = loadArticles(knowledgeFolder);
  const outside = loadOutside(join(knowledgeFolder, "_outside.yaml"), articles);
  const smallTalk = loadSmallTalk(join(dialogsFolder, "_smallTalk.yaml"));
  const services = loadServices(dialogsFolder);
  const dialogs = loadDialogs(dialogsFolder);
  const byCode = new Map(services.map((service) => [service.code, service]));
  const loaded = { articles, outside, smallTalk, services, dialogs: [...dialogs.dialogs.values()] };
  return {
    content: {
      articles: new Map(articles.map((article) => [article.id, article])),
      outside: new Map(outside.map((matter) => [matter.id, matter])),
      smallTalk: new Map(smallTalk.map((talk) => [talk.id, talk])),
      services: byCode,
      units: loadUnits(dialogsFolder),
      dialogs: { ...dialogs, services: byCode },
      version: createHash("sha256").update(JSON.stringify(loaded)).digest("hex").slice(0, 12),
    },
    examples: [
      ...articleExamples(articles),
      ...serviceExamples(services),
      ...dialogExamples(dialogs),
      ...smallTalkExamples(smallTalk),
      ...outsideExamples(outside),
    ],
  };
}
