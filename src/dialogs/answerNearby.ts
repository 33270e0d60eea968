import { reply } from "./ask";
import { readCommand } from "./commands";
import { type Heard, NEARBY, NEARBY_SEND, type Progress } from "./dialogParts";
import { finish } from "./finish";
import { type Form, moved, nextSlot } from "./form";
import { goOn, stay } from "./goOn";
import { nearbyOf } from "./nearby";
import { say } from "./phrases";

/** What was typed to it; undefined when it is about something else. */
export function answerNearby(form: Form, heard: Heard, lead: string[]): Progress | undefined {
  const { asked } = form.state;
  if ((asked !== NEARBY && asked !== NEARBY_SEND) || heard.wish) return undefined;
  const requests = nearbyOf(form);
  if (requests.length === 0) return undefined;
  const command = readCommand(form.parts.commands, heard.text);
  const [only, second] = requests;
  if (command?.rest === "" && command.kind === "yes") return only && !second ? follow(form, only.id) : stay(form, lead);
  return command?.kind === "no" || (command?.rest === "" && command?.kind === "send")
    ? notTheSame(form, lead)
    : undefined;
}

/** The end of the dialog: nothing is filed, the resident hears of the other one. */
export function follow(form: Form, id: string): Progress {
  const text = say(form.parts.phrases, "nearby_followed", form.language, { id });
  return { kind: "finished", result: { kind: "follow_service_request", id }, replies: [reply([text])] };
}

/** The resident's own matter goes on; it is sent at once when that was all that was left. */
export function notTheSame(form: Form, lead: string[]): Progress {
  const next = moved(form, { nearbyTold: true });
  const send = form.state.asked === NEARBY_SEND && nextSlot(next) === undefined;
  return send ? finish(next, lead) : goOn(next, lead);
}
