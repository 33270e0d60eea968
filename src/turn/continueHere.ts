import type { CodeState, Continuing } from "../conversation/continuation";
import type { Memory } from "../conversation/conversation";
import type { Choice, Reply } from "../conversation/reply";
import type { Acted } from "./acted";
import { interruptDialog } from "./dialogTurn";
import { fill } from "./fill";
import { nameOfChannel } from "./giveCode";
import type { Heard } from "./heard";
import { idle } from "./idle";
import type { Parts } from "./parts";
import type { Phrases } from "./phrases/phrases";
import { wrongLately } from "./rulesOfCodes";
import { sayResume } from "./sayResume";

type Old = NonNullable<Continuing["old"]>;

/** Takes over what belongs to the conversation of the code, or says why not. */
export function continueHere(state: CodeState, heard: Heard, parts: Parts): Acted {
  const { continuing } = heard.facts;
  if (continuing?.old && (state === "good" || state === "held_by_consultant"))
    return takeOver(continuing.old, continuing.code, { state, heard, parts });
  const { code } = parts.content.botPhrases[heard.memory.language];
  const why = state === "good" || state === "held_by_consultant" ? code.unknown : code[state];
  const isGuess = state === "unknown" || state === "expired" || state === "used_up";
  const wrong = [...wrongLately(heard), ...(isGuess ? [heard.facts.now.toISOString()] : [])];
  const change = wrong.length > 0 ? { wrongCodes: wrong } : {};
  if (heard.memory.dialog) return interruptDialog([{ text: why }], change, heard, parts);
  const acted = idle(heard);
  return { ...acted, memory: { ...acted.memory, ...change }, replies: [{ text: why }] };
}

type Taking = { state: CodeState; heard: Heard; parts: Parts };

function takeOver(old: Old, code: string, { state, heard, parts }: Taking): Acted {
  const isFree = old.speaker === "bot" || old.speaker === "waiting";
  const memory = isFree ? joined(heard, old) : idle(heard).memory;
  const waits = old.speaker === "waiting" || heard.conversation.speaker === "waiting";
  const { continued } = parts.content.botPhrases[old.memory.language];
  const where = nameOfChannel(heard.conversation.channel);
  const farewell = where === undefined ? continued.elsewhere : fill(continued.on, { channel: where });
  const effect = { kind: "continue_conversation" as const, code, farewell };
  const came = { ids: old.serviceRequestIds, isHeld: state === "held_by_consultant", waits: old.speaker === "waiting" };
  const speaker = waits ? "waiting" : idle(heard).speaker;
  return { speaker, memory, replies: [sayCame(came, { ...heard, memory }, parts)], effects: [effect] };
}

/** The other conversation's errand goes on first; one that was going on here waits for it. */
function joined(heard: Heard, { memory: old, speaker }: Old): Memory {
  const { memory } = idle(heard);
  const { dialog = memory.dialog, topic, office, acting, waiting, photos, handoff } = old;
  const aside = old.dialog ? (memory.dialog ?? old.paused) : (memory.paused ?? old.paused);
  const { paused: _, ...own } = memory;
  return {
    ...own,
    // Whoever has said nothing here but the code goes on in the language of before.
    language: heard.memory.lastTurnAt === undefined ? old.language : memory.language,
    ...(dialog && { dialog }),
    ...(aside && { paused: aside }),
    ...(topic !== undefined && { topic }),
    ...(office !== undefined && { office }),
    ...(acting && { acting }),
    ...(waiting && { waiting }),
    ...(photos && { photos }),
    ...(speaker === "waiting" && handoff && { handoff }),
  };
}

type Came = { ids: string[]; isHeld: boolean; waits: boolean };

/** What came along, and what to do next; who waits for a person is asked nothing. */
function sayCame({ ids, isHeld, waits }: Came, heard: Heard, parts: Parts): Reply {
  const phrases = parts.content.botPhrases[heard.memory.language];
  const { continued } = phrases;
  const requests = ids.length > 0 ? fill(continued.requests, { ids: ids.join(", ") }) : "";
  if (isHeld) return { text: [continued.held, requests].filter(Boolean).join(" ") };
  const text = [continued.here, requests].filter(Boolean).join(" ");
  if (waits) return { text: `${text} ${continued.waiting}`, choices: [stopWaiting(phrases)] };
  if (heard.memory.dialog) {
    const resume = sayResume(heard, parts);
    return { ...resume, text: `${text} ${resume.text}` };
  }
  return { text: ids.length > 0 ? `${text} ${phrases.howCanIHelp}` : `${text} ${continued.nothing}` };
}

const stopWaiting = ({ stopWaiting: title }: Phrases): Choice => ({ title, wish: { kind: "stop_waiting" } });
