import { resolve } from "node:path";
import type { Language } from "../../../src/conversation/language";
import { type Candidate, type Intent, nameOfIntent, type Understanding } from "../../../src/conversation/understanding";
import { schemaOf } from "../../../src/documentSchemas";
import { forMessenger } from "../../../src/forStaff";
import { indexArticles, type Loaded, loadContent } from "../../../src/loadParts";
import { gazetteerOf } from "../../../src/places/gazetteer";
import { placesListed } from "../../../src/places/locate";
import { fixedOffice } from "../../../src/serviceRequests/loadOffice";
import type { StaffContent } from "../../../src/staff/parts";
import { tryOut } from "../../../src/tryOut";
import { namesIn } from "../../../src/turn/namesIn";
import type { Parts } from "../../../src/turn/parts";
import { sayArticle } from "../../../src/turn/sayArticle";
import { usuallyAccepted } from "../../../src/understanding/calibrate";
import { findEntities } from "../../../src/understanding/findEntities";
import { countMeanings } from "../../../src/understanding/labelled";
import { maskPersonalData } from "../../../src/understanding/maskPersonalData";
import { leastConfidence, riskAt, riskCurve } from "../../../src/understanding/thresholds";
import { terms } from "../../../src/understanding/words";

let ready: StaffContent | undefined;

/** Four hundred texts of every confidence, of which the surer ones are right more often. */
const believed = Array.from({ length: 400 }, (_, i) => ({ confidence: i / 400, right: (i * 7) % 400 < 40 + 2 * i }));

/** The project's own content for the staff room; meanings are told by shared words, so that nothing need be learnt. */
export function staffContent(): StaffContent {
  ready ??= read();
  return ready;
}

function read(): StaffContent {
  const loaded = loadContent(resolve(__dirname, "../../.."));
  const index = indexArticles(loaded.content);
  const weigh = weighing(loaded);
  const gazetteer = gazetteerOf();
  const office = fixedOffice(loaded.content.officeDefaults);
  const search = (text: string) => index(terms(text)).map(({ article, score }) => ({ article: article.id, score }));
  const measured = {
    bands: { answer: 0.25, start: 0.25, offer: 0.1, human: 0.25, danger: 0.9 },
    curve: riskCurve(believed),
    accepted: usuallyAccepted,
    risk: (wrong: number) => riskAt(believed, leastConfidence(believed, wrong)),
    labelled: countMeanings(loaded.labelled ?? []),
  };
  const parts: Parts = {
    content: loaded.content,
    office,
    search,
    understand: (text, { language }) => understanding(text, language, weigh(text)),
    ...measured,
    modelVersion: "shared words",
  };
  return {
    ...loaded.content,
    office,
    ...measured,
    names: namesIn(loaded.content),
    placesIn: (text) => placesListed(text, gazetteer),
    search,
    understand: (text, language) => parts.understand(text, { language, found: [] }),
    tryOut: (text, now) => tryOut(text, parts, now),
    say: (article, section, language, today) =>
      sayArticle(article, section, { language, phrases: loaded.content.botPhrases[language] }, { today }),
    schemaOf,
    forMessenger,
  };
}

/** How alike the text and the nearest example of each meaning are: the share of words they have in common. */
function weighing({ examples }: Loaded): (text: string) => Candidate[] {
  let known: { intent: Intent; words: Set<string> }[] | undefined;
  return (text) => {
    known ??= examples.map(({ intent, text }) => ({ intent, words: new Set(terms(text)) }));
    const words = new Set(terms(text));
    const best = new Map<string, Candidate>();
    for (const example of known) {
      const confidence = alike(words, example.words);
      const name = nameOfIntent(example.intent);
      if (confidence > (best.get(name)?.confidence ?? 0)) best.set(name, { intent: example.intent, confidence });
    }
    return shares([...best.values()].sort((a, b) => b.confidence - a.confidence).slice(0, 5));
  };
}

function alike(a: Set<string>, b: Set<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both || 1);
}

/** Candidates of one message sum to at most 1. */
function shares(candidates: Candidate[]): Candidate[] {
  const sum = candidates.reduce((all, { confidence }) => all + confidence, 0);
  return candidates.map(({ intent, confidence }) => ({ intent, confidence: confidence / Math.max(1, sum) }));
}

function understanding(text: string, language: Language, candidates: Candidate[]): Understanding {
  return {
    maskedText: maskPersonalData(text),
    language,
    candidates,
    confidence: candidates[0]?.confidence ?? 0,
    knownWords: 1,
    telling: [],
    alarm: 0,
    vague: false,
    onlyAspect: false,
    question: false,
    entities: findEntities(text),
  };
}
