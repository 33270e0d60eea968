import { nameOfIntent } from "./conversation/understanding";
import { loadParts } from "./loadParts";
import { firstTurn } from "./turn/firstTurn";
import { handleTurn } from "./turn/handleTurn";

/** `npm run explain -- "tekst"`: what the bot would do with a first message, and why; the same is in every turn record. */
function explain(text: string): string {
  const parts = loadParts(".");
  const { record, replies } = handleTurn(firstTurn(text, new Date()), parts);
  const { understanding, found, decided, bands } = record;
  const { language, candidates, telling, knownWords, vague, question, entities, aspect } = understanding;
  const { kind, ...rest } = decided.decision;
  const lines: [string, string[]][] = [
    ["message", [understanding.maskedText]],
    [
      "heard",
      [
        `language ${language}, words known ${percent(knownWords)}${question ? ", a question" : ""}${vague ? ", names no matter" : ""}${aspect ? `, asks for: ${aspect}` : ""}`,
      ],
    ],
    ["entities", [JSON.stringify(entities)]],
    ["words that mattered", telling.map(({ word, weight }) => `${signed(weight)}  ${word}`)],
    ["candidates", candidates.map(({ intent, confidence }) => `${confidence.toFixed(3)}  ${nameOfIntent(intent)}`)],
    ["search index", found.map(({ article, score }) => `${score.toFixed(1)}  ${article}`)],
    ["thresholds", Object.entries(bands).map(([name, least]) => `${least.toFixed(3)}  ${name}`)],
    ["decision", [`${kind} ${JSON.stringify(rest)}, because: ${decided.because}`]],
    [
      "rejected",
      decided.rejected.map(
        ({ intent, confidence, why }) => `${confidence.toFixed(3)}  ${nameOfIntent(intent)}: ${why}`,
      ),
    ],
    [
      "says",
      replies.map((reply) =>
        [reply.text.split("\n")[0], ...(reply.choices ?? []).map(({ title }) => `[${title}]`)].join(" "),
      ),
    ],
    ["content", [`${record.contentVersion}, learnt ${record.modelVersion}`]],
  ];
  return lines
    .map(([title, all]) => `${title}\n${(all.length > 0 ? all : ["–"]).map((line) => `  ${line}`).join("\n")}`)
    .join("\n");
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
const signed = (weight: number) => `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`;

const text = process.argv.slice(2).join(" ").trim();
if (text) process.stdout.write(`${explain(text)}\n`);
else {
  process.stderr.write('Write the message: npm run explain -- "nie świeci latarnia"\n');
  process.exitCode = 2;
}
