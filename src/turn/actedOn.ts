import type { Decision } from "../conversation/decision";
import type { Intent } from "../conversation/understanding";

/** The article on the hours of all offices: what a question about one of them is counted under. */
const HOURS = "godziny-i-adresy-urzedu";

/** The meanings a decision acts on; none when it asks back, brings a person or goes on with a dialog. */
export function actedOn(decision: Decision): Intent[] {
  switch (decision.kind) {
    case "answer":
    case "answer_in_dialog":
      return [{ kind: "article", id: decision.article }];
    case "tell_hours":
      return [{ kind: "article", id: HOURS }];
    case "start_dialog":
      return [decision.service ? { kind: "service", id: decision.service } : { kind: "dialog", id: decision.dialog }];
    case "small_talk":
      return [{ kind: "talk", id: decision.id }];
    case "point_outside":
      return [{ kind: "outside", id: decision.id }];
    case "hand_off":
      if (decision.about) return [decision.about];
      return decision.reason === "asked_for_human" ? [{ kind: "talk", id: "human" }] : [];
    default:
      return [];
  }
}
