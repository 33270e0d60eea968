import type { Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import type { Reply } from "../conversation/reply";
import type { Acted } from "./acted";
import { ignoreBlocked, tellBlocked } from "./blocked";
import { continueHere } from "./continueHere";
import { cancelDialog, continueTheDialog, interruptDialog, startTheDialog } from "./dialogTurn";
import { giveCode } from "./giveCode";
import { handOff } from "./handOff";
import type { Heard } from "./heard";
import { idle } from "./idle";
import type { Parts } from "./parts";
import { waitingFor, withQueue, withTopic } from "./queueEffects";
import { actOnRating } from "./rating";
import { type Saying, say } from "./say";
import { sayWaiting } from "./sayHandoff";
import { resumeChoices, sayResume } from "./sayResume";
import { stopWaiting } from "./stopWaiting";

/** Carries out a decision: says it, and tells what the inbox has to write down. */
export function act(decision: Decision, heard: Heard, parts: Parts): Acted {
  const acted = carryOut(decision, heard, parts);
  const about = decision.kind === "hand_off" ? decision.about : undefined;
  const queued = withQueue(acted, heard, () => waitingFor(acted.memory, { ...heard, about }, parts.content));
  return withTopic(queued, heard, parts.content);
}

function carryOut(decision: Decision, heard: Heard, parts: Parts): Acted {
  const phrases = parts.content.botPhrases[heard.memory.language];
  switch (decision.kind) {
    case "stay_silent":
      return heard.facts.blockedUntil ? ignoreBlocked(heard) : talk(heard, []);
    case "tell_blocked":
      return tellBlocked(heard, parts);
    case "thank_for_rating":
    case "thank_for_word":
    case "end_rating":
      return actOnRating(decision, heard, phrases);
    case "keep_waiting":
      return talk(heard, [sayWaiting(heard.facts, heard.memory.language, phrases)]);
    case "stop_waiting":
      return stopWaiting(heard, parts);
    case "hand_off":
      return handOff(decision, heard, parts);
    case "start_dialog":
      return startTheDialog(decision, heard, parts);
    case "continue_dialog":
      return continueTheDialog(decision.wish, heard, parts);
    case "cancel_dialog":
      return cancelDialog(heard, parts);
    case "offer_to_resume":
      return talk(heard, [sayResume(heard, parts)]);
    case "act_on_request": {
      const { id, act, words } = decision;
      const said = speak(decision, heard, parts);
      const photos = photosFor(decision, heard);
      const effect = {
        kind: "act_on_service_request" as const,
        id,
        act,
        words,
        ...(photos.length > 0 && { attachments: photos }),
      };
      return { ...said, effects: [...said.effects, effect] };
    }
    case "unsubscribe":
    case "subscribe_again": {
      const said = speak(decision, heard, parts);
      const kind = decision.kind === "unsubscribe" ? "unfollow_all" : "follow_again";
      return { ...said, effects: [...said.effects, { kind }] };
    }
    case "give_code":
      return giveCode(heard, parts);
    case "continue_here":
      return continueHere(decision.state, heard, parts);
    case "refuse_empty":
      return talk(heard, [{ text: phrases.emptyMessage }]);
    default:
      return speak(decision, heard, parts);
  }
}

/** Words that change nothing. In the middle of a dialog its question follows, or at least the button that leads to it. */
function speak(decision: Saying, heard: Heard, parts: Parts): Acted {
  const { replies, change } = say(decision, heard, parts);
  if (!heard.memory.dialog) return talk(heard, replies, change);
  if (!endsTheTurn(decision)) return interruptDialog(replies, change, heard, parts);
  const resume = resumeChoices(heard.memory, parts);
  const withResume = replies.map(({ text, choices = [] }) => {
    return { text, choices: [...choices.filter(({ wish }) => wish.kind !== "none_of_these"), ...resume] };
  });
  return talk(heard, withResume, change);
}

/** Those sent with the words that were agreed to now, with this message itself, or before it without a word. */
function photosFor({ id, act }: { id: string; act: string }, { memory: { acting, photos = [] }, message }: Heard) {
  const agreed = acting?.id === id && acting.act === act ? acting.attachments : undefined;
  return agreed ?? (act === "add" ? [...photos, ...message.attachments] : message.attachments);
}

const lastWords = new Set(["goodbye", "danger", "crisis"]);

/** Who leaves, is in danger or has to choose is not asked something else at once. */
function endsTheTurn(decision: Saying): boolean {
  if (decision.kind === "ask_for_words" || decision.kind === "offer_act") return true;
  return decision.kind === "offer" || (decision.kind === "small_talk" && lastWords.has(decision.id));
}

function talk(heard: Heard, replies: Reply[], change: Partial<Memory> = {}): Acted {
  const acted = idle(heard);
  return { ...acted, memory: { ...acted.memory, ...change }, replies };
}
