import type { Decided } from "../conversation/decision";
import type { Intent } from "../conversation/understanding";
import { isOff } from "../serviceRequests/topics";
import { act } from "./act";
import type { Heard } from "./heard";
import type { Parts } from "./parts";
import { toPerson } from "./reserve";

/**
 * A dialog often finds out only from its answers which kind of report it is. When that kind is switched off, a person is
 * brought instead, and the dialog stays where it was.
 */
export function withoutEntering(decided: Decided, heard: Heard, parts: Parts): Decided {
  const { kind } = decided.decision;
  const { topics } = parts.office;
  if (topics.off.length === 0 || (kind !== "start_dialog" && kind !== "continue_dialog")) return decided;
  const before = [heard.memory.dialog?.service, heard.memory.paused?.service];
  const entered = act(decided.decision, heard, parts).memory.dialog?.service;
  if (entered === undefined || before.includes(entered) || !isOff(`service:${entered}`, topics)) return decided;
  const about: Intent = { kind: "service", id: entered };
  return toPerson(decided, "topic_off", about);
}
