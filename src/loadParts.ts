import { type Folder, within } from "./content/folder";
import { readYamlFile } from "./content/readFiles";
import { versionOf } from "./content/versionOf";
import { dialogExamples, loadDialogs } from "./dialogs/loadDialogs";
import { loadAreas } from "./handoff/areas";
import { OpeningHours } from "./handoff/openingHours";
import { loadShortcuts } from "./handoff/shortcuts";
import { articleExamples } from "./knowledge/articleExamples";
import { loadArticles } from "./knowledge/loadArticles";
import { loadOffices } from "./knowledge/offices";
import { loadOutside, outsideExamples } from "./knowledge/outside";
import { createSearch, type Search } from "./knowledge/search";
import { loadBotPhrases } from "./loadBotPhrases";
import { fixedOffice, loadOffice } from "./serviceRequests/loadOffice";
import { loadServices } from "./serviceRequests/loadServices";
import { serviceExamples } from "./serviceRequests/serviceExamples";
import { loadUnits } from "./serviceRequests/units";
import type { Content, Parts } from "./turn/parts";
import { loadAccepted } from "./understanding/accepted";
import type { Accepted } from "./understanding/calibrate";
import { countMeanings, loadLabelled } from "./understanding/labelled";
import { loadSmallTalk, smallTalkExamples, vagueTexts } from "./understanding/smallTalk";
import { createUnderstanding, type Lessons } from "./understanding/understanding";
import { terms } from "./understanding/words";

/** Where what was learnt is kept between starts, and how often the bot may be wrong. */
export type Learning = {
  modelFile?: string | undefined;
  accepted?: Accepted | undefined;
  /** The learning thread's program; the one beside this file without it. */
  thread?: string | undefined;
};

/** What editors wrote, checked: the content, and what is to be learnt from it. Plain data, fit to be sent between threads. */
export type Loaded = { content: Content } & Pick<Lessons, "examples" | "vague" | "labelled" | "accepted">;

/**
 * Reads what editors wrote under `folder` and learns from it; throws one error that names every mistake.
 */
export function loadParts(folder: Folder, learning: Learning = {}): Parts {
  const loaded = loadContent(folder);
  return partsFrom(loaded, indexArticles(loaded.content), learning);
}

/** Makes the content's articles findable. `termsOf` gives a text's comparable words. */
export function indexArticles({ articles }: Content, termsOf: (text: string) => string[] = terms): Search {
  return createSearch([...articles.values()], termsOf);
}

/** The steps of a turn; learns what is not kept in `modelFile`. */
export function partsFrom(loaded: Loaded, index: Search, { modelFile, accepted: byDefault }: Learning = {}): Parts {
  // What editors set takes precedence over what the operator did.
  const { content, accepted = byDefault, ...lessons } = loaded;
  const search = (asked: string[]) => index(asked).map(({ article }) => article.id);
  const understander = createUnderstanding({ ...lessons, accepted, search }, modelFile);
  const { understand, searchTerms, version, ...measured } = understander;
  return {
    content,
    understand,
    search: (text) => index(searchTerms(text)).map(({ article, score }) => ({ article: article.id, score })),
    ...measured,
    labelled: countMeanings(lessons.labelled ?? []),
    modelVersion: version,
    office: fixedOffice(content.officeDefaults),
  };
}

/** When consultants work. */
export function readHours(folder: Folder): OpeningHours {
  return readYamlFile(within(folder, "dialogs/_openingHours.yaml"), OpeningHours);
}

/** The content alone, and what is to be learnt from it. */
export function loadContent(folder: Folder): Loaded {
  const dialogsFolder = within(folder, "dialogs");
  const knowledgeFolder = within(folder, "knowledge");
  const offices = loadOffices(knowledgeFolder);
  const articles = loadArticles(knowledgeFolder);
  const outside = loadOutside(within(knowledgeFolder, "_outside.yaml"), articles);
  const smallTalk = loadSmallTalk(within(dialogsFolder, "_smallTalk.yaml"));
  const services = loadServices(dialogsFolder);
  const dialogs = loadDialogs(dialogsFolder);
  const byCode = new Map(services.map((service) => [service.code, service]));
  const examples = [
    ...articleExamples(articles),
    ...serviceExamples(services),
    ...dialogExamples(dialogs),
    ...smallTalkExamples(smallTalk),
    ...outsideExamples(outside),
  ];
  const areas = loadAreas(dialogsFolder, {
    articles: new Set(articles.map(({ id }) => id)),
    groups: new Set(services.map(({ group }) => group)),
  });
  const shortcuts = loadShortcuts(dialogsFolder);
  const units = loadUnits(dialogsFolder);
  const officeDefaults = loadOffice(dialogsFolder, { services: byCode, units });
  const botPhrases = loadBotPhrases(dialogsFolder);
  const accepted = loadAccepted(within(knowledgeFolder, "_accepted.yaml"));
  const { dialogs: byId, commands, phrases } = dialogs;
  const read = [
    articles,
    offices,
    outside,
    smallTalk,
    services,
    [...byId.values()],
    commands,
    phrases,
    [...units],
    areas,
    shortcuts,
    officeDefaults,
    botPhrases,
    ...(accepted ? [accepted] : []),
  ];
  return {
    content: {
      articles: new Map(articles.map((article) => [article.id, article])),
      offices: new Map(offices.map((office) => [office.id, office])),
      outside: new Map(outside.map((matter) => [matter.id, matter])),
      smallTalk: new Map(smallTalk.map((talk) => [talk.id, talk])),
      services: byCode,
      units,
      areas,
      shortcuts,
      officeDefaults,
      botPhrases,
      dialogs: { ...dialogs, services: byCode },
      version: versionOf(read),
    },
    examples,
    vague: vagueTexts(smallTalk),
    labelled: loadLabelled(within(knowledgeFolder, "_labelled.jsonl"), examples),
    accepted,
  };
}
