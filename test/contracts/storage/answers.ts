import { emptyMemory } from "../../../src/conversation/conversation";
import type { Log } from "../../../src/conversation/log";
import type { Outcome } from "../../../src/conversation/outcome";

export const quiet: Log = { info() {}, warn() {}, error() {} };

export function answer(text: string, more: Partial<Outcome> = {}): Outcome {
  return {
    speaker: "bot",
    memory: emptyMemory("pl"),
    replies: [{ text }],
    effects: [],
    record: {
      understanding: {
        maskedText: "jak wyrobić dowód",
        language: "pl",
        candidates: [{ intent: { kind: "article", id: "dowod-osobisty" }, confidence: 0.9 }],
        confidence: 0.9,
        knownWords: 1,
        telling: [],
        alarm: 0,
        vague: false,
        onlyAspect: false,
        question: true,
        entities: { serviceRequestIds: [], lines: [], plates: [] },
      },
      found: [{ article: "dowod-osobisty", score: 12.5 }],
      decided: { decision: { kind: "answer", article: "dowod-osobisty" }, because: "sure", rejected: [] },
      bands: { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 },
      contentVersion: "v1",
      modelVersion: "1",
    },
    ...more,
  };
}
