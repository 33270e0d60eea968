import type { Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import type { Outcome, TurnRecord } from "../conversation/outcome";
import type { Understanding } from "../conversation/understanding";
import { maskPersonalData } from "../understanding/maskPersonalData";
import { act } from "./act";
import type { Acted } from "./acted";
import { withAsides } from "./asides";
import { ignoreBlocked } from "./blocked";
import { asMail, byMail } from "./byMail";
import { decide } from "./decide";
import { giveUp } from "./handOff";
import { hear } from "./hear";
import type { Turn } from "./heard";
import type { Parts } from "./parts";
import { withoutEntering } from "./withoutEntering";

export type { Turn } from "./heard";

/** One resident message, from arrival to reply. Start reading here: it is heard, decided on, and acted on, all as data. */
export function handleTurn(turn: Turn, parts: Parts): Outcome {
  const heard = hear(turn, parts);
  const decided = byMail(withoutEntering(decide(heard), heard, parts), heard);
  const acted = asMail(withAsides(act(decided.decision, heard, parts), decided.decision, heard), turn);
  const record: TurnRecord = {
    understanding: recordable(heard.understanding),
    found: heard.found,
    decided,
    bands: parts.bands,
    contentVersion: parts.content.version,
    modelVersion: parts.modelVersion,
  };
  if (changesNothing(decided.decision, turn)) return { ...asItWas(turn), record };
  return { ...acted, memory: remember(acted.memory, acted.replies, turn), record };
}

/** A thumb, or a comma put right: as if it had not been sent; only a consultant is to see that something was. */
function changesNothing({ kind }: Decision, { conversation: { speaker }, message: { form } }: Turn): boolean {
  return kind === "stay_silent" && (form === "reaction" || (form === "edit" && speaker !== "consultant"));
}

const asItWas = ({ conversation: { speaker, memory } }: Turn): Acted => ({ speaker, memory, replies: [], effects: [] });

/** What was understood, without contacts: they belong to the request or task that needs them; a record says that there were some. */
function recordable(understanding: Understanding): Understanding {
  const { place, district, when, phone, email, serviceRequestIds, lines, lampPost, plates } = understanding.entities;
  const entities = {
    serviceRequestIds,
    lines,
    plates: plates.map(() => "[tablica]"),
    ...(district !== undefined && { district }),
    ...(when !== undefined && { when: maskPersonalData(when) }),
    ...(lampPost !== undefined && { lampPost: maskPersonalData(lampPost) }),
    ...(place !== undefined && { place: maskPersonalData(place) }),
    ...(phone !== undefined && { phone: "[telefon]" }),
    ...(email !== undefined && { email: "[e-mail]" }),
  };
  return { ...understanding, entities };
}

/** The outcome of a turn that failed again and again: people take over. */
export function handleFailure(turn: Turn, parts: Parts): Outcome {
  const acted = turn.facts.blockedUntil ? ignoreBlocked(turn) : asMail(giveUp(turn, parts.content), turn);
  const heard = {
    maskedText: "",
    language: acted.memory.language,
    candidates: [],
    confidence: 0,
    knownWords: 0,
    telling: [],
    alarm: 0,
    vague: false,
    onlyAspect: false,
    question: false,
  };
  const record: TurnRecord = {
    understanding: { ...heard, entities: { serviceRequestIds: [], lines: [], plates: [] } },
    found: [],
    decided: { decision: { kind: "hand_off", reason: "bot_failed" }, because: "the_turn_failed", rejected: [] },
    bands: parts.bands,
    contentVersion: parts.content.version,
    modelVersion: parts.modelVersion,
  };
  return { ...acted, memory: remember(acted.memory, acted.replies, turn), record };
}

/** The buttons of the newest reply stay pressable, by click or by word. */
function remember(memory: Memory, replies: Outcome["replies"], { facts }: Turn): Memory {
  const last = replies.at(-1);
  return { ...memory, offered: last ? (last.choices ?? []) : memory.offered, lastTurnAt: facts.now.toISOString() };
}
