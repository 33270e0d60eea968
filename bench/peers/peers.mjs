/**
 * What a Node team would pick instead, each with its defaults. Reads {examples: [{text, label}], articles: [{id, text}],
 * texts: […]} on stdin; writes a JSON line a peer: {peer, trainedMs, trainedOn, answers: [{labels, score}], msPerText}.
 */
import { text as readAll } from "node:stream/consumers";
import { containerBootstrap } from "@nlpjs/core";
import { LangPl } from "@nlpjs/lang-pl";
import { Nlp } from "@nlpjs/nlp";
import MiniSearch from "minisearch";
// By deep path: natural's index loads database drivers and reads .env.
import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import LogisticRegressionClassifier from "natural/lib/natural/classifiers/logistic_regression_classifier.js";

const MOST_LABELS = 3;
// With 180 classes one example of each takes half a minute to a minute, two of each about four times as long.
const LOGISTIC_EXAMPLES_A_CLASS = 1;

/** Each learns and returns how many examples (or documents) it took and how to ask it: [{label, score}], best first. */
const peers = {
  "nlp.js": nlpJs,
  "natural BayesClassifier": naturalBayes,
  "natural LogisticRegressionClassifier": naturalLogistic,
  MiniSearch: miniSearch,
};

/** The None of its own feature is one of the answers; its threshold of 0.5 is left to whoever compares the scores. */
async function nlpJs({ examples }) {
  const container = await containerBootstrap();
  container.use(LangPl);
  const nlu = { log: false, useNoneFeature: true };
  const nlp = new Nlp({ container, autoSave: false, autoLoad: false, languages: ["pl"], nlu });
  for (const { text, label } of examples) nlp.addDocument("pl", text, label);
  await nlp.train();
  const ask = async (text) => {
    const { classifications } = await nlp.process("pl", text);
    return classifications.map(({ intent, score }) => ({ label: intent, score }));
  };
  return { trainedOn: examples.length, ask };
}

/** Its values are products of many small numbers: as shares of their sum they compare between texts. */
function naturalBayes({ examples }) {
  const classifier = trained(new BayesClassifier(), examples);
  const ask = (text) => {
    const found = classifier.getClassifications(text);
    const sum = found.reduce((total, { value }) => total + value, 0);
    return found.map(({ label, value }) => ({ label, score: sum > 0 ? value / sum : 0 }));
  };
  return { trainedOn: examples.length, ask };
}

function naturalLogistic({ examples }) {
  const few = firstOfEach(examples, LOGISTIC_EXAMPLES_A_CLASS);
  const classifier = trained(new LogisticRegressionClassifier(), few);
  const ask = (text) => classifier.getClassifications(text).map(({ label, value }) => ({ label, score: value }));
  return { trainedOn: few.length, ask };
}

function trained(classifier, examples) {
  for (const { text, label } of examples) classifier.addDocument(text, label);
  classifier.train();
  return classifier;
}

function firstOfEach(examples, most) {
  const taken = new Map();
  return examples.filter(({ label }) => {
    const count = (taken.get(label) ?? 0) + 1;
    taken.set(label, count);
    return count <= most;
  });
}

function miniSearch({ articles }) {
  const index = new MiniSearch({ fields: ["text"] });
  index.addAll(articles);
  const ask = (text) => index.search(text).map(({ id, score }) => ({ label: id, score }));
  return { trainedOn: articles.length, ask };
}

async function measure(peer, learn, input) {
  const started = performance.now();
  const { trainedOn, ask } = await learn(input);
  const trainedMs = performance.now() - started;
  const asked = performance.now();
  const answers = [];
  for (const text of input.texts) {
    const found = await ask(text);
    const labels = found.slice(0, MOST_LABELS).map(({ label }) => label);
    answers.push({ labels, score: found[0]?.score ?? 0 });
  }
  const msPerText = (performance.now() - asked) / Math.max(input.texts.length, 1);
  return { peer, trainedMs, trainedOn, answers, msPerText };
}

const input = JSON.parse(await readAll(process.stdin));
for (const [peer, learn] of Object.entries(peers)) {
  process.stderr.write(`${peer} learns …\n`);
  process.stdout.write(`${JSON.stringify(await measure(peer, learn, input))}\n`);
}
