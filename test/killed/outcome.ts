import type { Memory } from "../../src/conversation/conversation";
import type { Outcome } from "../../src/conversation/outcome";
import type { Reply } from "../../src/conversation/reply";

/** The outcome of a turn that only says this. */
export function outcomeOf(replies: Reply[], memory: Memory): Outcome {
  const understanding = {
    maskedText: "",
    language: "pl" as const,
    candidates: [],
    confidence: 0,
    knownWords: 0,
    telling: [],
    alarm: 0,
    vague: false,
    onlyAspect: false,
    question: false,
    entities: { serviceRequestIds: [], lines: [], plates: [] },
  };
  return {
    speaker: "bot",
    memory,
    replies,
    effects: [],
    record: {
      understanding,
      found: [],
      decided: { decision: { kind: "ask_to_rephrase" }, because: "", rejected: [] },
      bands: { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 },
      contentVersion: "",
      modelVersion: "1",
    },
  };
}
