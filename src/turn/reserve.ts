import type { Decided, Decision } from "../conversation/decision";
import type { Intent } from "../conversation/understanding";
import { alwaysOn, isOff, topicOf } from "../serviceRequests/topics";
import type { Heard } from "./heard";

/** What the rules chose, unless a person has to see to that: then a hand-off, which says about what. */
export function reserve(decided: Decided, heard: Heard): Decided {
  const { reserved } = heard;
  if (!reserved) return decided;
  const intents = begins(decided.decision);
  const off = intents.find((intent) => isOff(topicOf(intent), reserved.topics));
  if (off) return toPerson(decided, "topic_off", off);
  const unsure = intents.find(({ kind, id }) => {
    return kind === "article" && reserved.articles.has(id) && !alwaysOn.includes(`article:${id}`);
  });
  return unsure ? toPerson(decided, "not_answered", unsure) : decided;
}

const because = { topic_off: "topic_is_off", not_answered: "article_not_in_force" };

/** What else was weighed stays in the record as the rule left it. */
export function toPerson({ rejected }: Decided, reason: keyof typeof because, about: Intent): Decided {
  return { decision: { kind: "hand_off", reason, about }, because: because[reason], rejected };
}

/** What a decision tells of, or begins. A dialog that goes on was begun before. */
function begins(decision: Decision): Intent[] {
  switch (decision.kind) {
    case "answer":
    case "answer_in_dialog":
      return [{ kind: "article", id: decision.article }];
    case "point_outside":
      return [{ kind: "outside", id: decision.id }];
    case "start_dialog": {
      const { dialog, service } = decision;
      return [...(service ? [{ kind: "service" as const, id: service }] : []), { kind: "dialog", id: dialog }];
    }
    case "continue_dialog": {
      const { wish } = decision;
      return wish?.kind === "fill" && wish.slot === "service" ? [{ kind: "service", id: wish.value }] : [];
    }
    default:
      return [];
  }
}
