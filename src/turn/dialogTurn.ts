import type { DialogState, Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import type { Effect } from "../conversation/outcome";
import type { Reply, Wish } from "../conversation/reply";
import type { Finished, Heard as HeardByDialog, Progress } from "../dialogs/dialogParts";
import { continueDialog, startDialog } from "../dialogs/engine";
import { route } from "../serviceRequests/route";
import type { Acted } from "./acted";
import { bands } from "./bands";
import { handOff } from "./handOff";
import type { Heard } from "./heard";
import type { Parts } from "./parts";
import { phrasesIn } from "./phrases/phrases";
import { sayStatus } from "./sayStatus";
import { starters } from "./starters";

/** Starts a dialog; one that was running is set aside and comes back afterwards. */
export function startTheDialog(
  decision: Extract<Decision, { kind: "start_dialog" }>,
  heard: Heard,
  parts: Parts,
): Acted {
  const { dialog: running, paused = running, ...rest } = heard.memory;
  const setAside = paused && paused.dialog !== decision.dialog ? { paused } : {};
  const memory: Memory = { ...rest, ...setAside, misunderstood: 0 };
  const pressed = heard.wish !== undefined;
  // A button's title tells nothing about the matter; typed words do.
  const said = forDialog(heard, undefined, decision.service ? [decision.service] : likelyServices(heard));
  const progress = startDialog(
    parts.content.dialogs,
    decision.dialog,
    decision.service,
    pressed ? { ...said, text: "" } : said,
    memory.language,
  );
  return goOn(progress, { ...heard, memory }, parts);
}

/** Hands the message to the running dialog. */
export function continueTheDialog(wish: Wish | undefined, heard: Heard, parts: Parts): Acted {
  const state = heard.memory.dialog;
  if (!state)
    return {
      ...idle(heard),
      replies: [{ text: phrasesIn(heard.memory.language).stoppedWaiting, choices: starters(heard.memory) }],
    };
  return goOn(
    continueDialog(parts.content.dialogs, state, forDialog(heard, wish, likelyServices(heard)), heard.memory.language),
    heard,
    parts,
  );
}

/** Says something in the middle of a dialog and asks the dialog's question again. */
export function interruptDialog(replies: Reply[], heard: Heard, parts: Parts): Acted {
  const state = heard.memory.dialog;
  if (!state || state.dialog === "check-status") return { ...idle(withoutDialog(heard)), replies };
  const resumed = resume(state, heard, parts);
  return { ...resumed, replies: [...replies.map(({ text }) => ({ text })), ...resumed.replies] };
}

export function cancelDialog(heard: Heard, parts: Parts): Acted {
  const { paused } = heard.memory;
  const free = withoutDialog(heard);
  const replies: Reply[] = [{ text: phrasesIn(heard.memory.language).cancelled, choices: starters(heard.memory) }];
  return paused ? comeBack({ ...idle(free), replies }, paused, free, parts) : { ...idle(free), replies };
}

function goOn(progress: Progress, heard: Heard, parts: Parts): Acted {
  const { memory } = heard;
  if (progress.kind === "asking")
    return { ...idle(heard), memory: { ...memory, dialog: progress.state }, replies: progress.replies };
  if (progress.kind === "needs_human") {
    const acted = handOff(progress.reason, { ...heard, memory: { ...memory, dialog: progress.state } }, parts);
    return { ...acted, replies: [...progress.replies, ...acted.replies] };
  }
  const free = withoutDialog(heard);
  const done: Acted = { ...idle(free), replies: progress.replies };
  if (progress.kind === "finished") {
    done.effects = effectsOf(progress.result, heard, parts);
    if (progress.result.kind === "tell_status")
      done.replies = [
        ...done.replies,
        ...sayStatus(progress.result.serviceRequestIds, heard.facts, memory.language, parts.content),
      ];
  }
  return memory.paused ? comeBack(done, memory.paused, free, parts) : done;
}

/** After one dialog ended, the one set aside for it goes on. */
function comeBack(acted: Acted, paused: DialogState, heard: Heard, parts: Parts): Acted {
  const { paused: _, ...memory } = heard.memory;
  const resumed = resume(paused, { ...heard, memory }, parts);
  return {
    ...acted,
    memory: resumed.memory,
    replies: [...acted.replies.map(({ text }) => ({ text })), ...resumed.replies],
  };
}

function resume(state: DialogState, heard: Heard, parts: Parts): Acted {
  const { language } = heard.memory;
  const silent: HeardByDialog = {
    text: "",
    wish: { kind: "resume" },
    attachments: [],
    entities: { serviceRequestIds: [] },
  };
  const progress = continueDialog(parts.content.dialogs, state, silent, language);
  const memory = { ...heard.memory, dialog: state };
  if (progress.kind !== "asking") return { ...idle(heard), memory };
  return { ...idle(heard), memory: { ...memory, dialog: progress.state }, replies: progress.replies };
}

function forDialog(
  { message, understanding, wish: pressed }: Heard,
  wish: Wish | undefined,
  services: string[],
): HeardByDialog {
  const { text, attachments } = message;
  return { text: pressed ? "" : text, wish, attachments, entities: understanding.entities, services };
}

/** Kinds of report a message may be about: one when sure, else the few that are possible. */
function likelyServices({ understanding }: Heard): string[] {
  const services = understanding.candidates.filter(({ intent }) => intent.kind === "service");
  const [best] = services;
  if (best && best.confidence >= bands.sure) return [best.intent.id];
  return services.filter(({ confidence }) => confidence >= bands.offer).map(({ intent }) => intent.id);
}

function effectsOf(result: Finished, heard: Heard, { content }: Parts): Effect[] {
  const sameAs = heard.message.id;
  const { language } = heard.memory;
  if (result.kind === "leave_contact")
    return [{ kind: "leave_contact", task: { sameAs, contact: result.contact, matter: result.matter, language } }];
  if (result.kind !== "file_service_request") return [];
  const service = content.services.get(result.service);
  if (!service) throw new Error(`dialog finished with an unknown service ${result.service}`);
  const { unit, because } = route(service, result.answers);
  const { kind: _, ...said } = result;
  const request = {
    ...said,
    sameAs,
    kind: service.kind === "idea" ? ("idea" as const) : ("report" as const),
    serviceVersion: service.version,
    unit,
    routedBecause: because,
    language,
  };
  return [{ kind: "file_service_request", request }];
}

function idle({ conversation, memory }: Heard): Acted {
  return {
    speaker: conversation.speaker === "closed" ? "bot" : conversation.speaker,
    memory: { ...memory, misunderstood: 0 },
    replies: [],
    effects: [],
  };
}

function withoutDialog(heard: Heard): Heard {
  const { dialog: _, ...memory } = heard.memory;
  return { ...heard, memory };
}
