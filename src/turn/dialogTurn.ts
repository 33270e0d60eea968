import type { DialogState, Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import type { Language } from "../conversation/language";
import type { Effect } from "../conversation/outcome";
import type { Reply, Wish } from "../conversation/reply";
import type { Heard as HeardByDialog, Progress } from "../dialogs/dialogParts";
import { continueDialog, startDialog } from "../dialogs/engine";
import { aboutPlace } from "./aboutPlace";
import type { Acted } from "./acted";
import { effectsOf } from "./effectsOf";
import { fill } from "./fill";
import { forDialog } from "./forDialog";
import { handOff } from "./handOff";
import type { Heard } from "./heard";
import { idle } from "./idle";
import type { Parts } from "./parts";
import { sayExpected } from "./sayExpected";
import { sayWaiting } from "./sayMatters";
import { sayStatus } from "./sayStatus";
import { starters } from "./starters";

/** Starts a dialog; one that was running is set aside and comes back afterwards. */
export function startTheDialog(
  decision: Extract<Decision, { kind: "start_dialog" }>,
  heard: Heard,
  parts: Parts,
): Acted {
  const memory = setAside(heard.memory, decision);
  const progress = startDialog(
    parts.content.dialogs,
    decision.dialog,
    decision.service,
    forDialog(heard, undefined, parts, decision.service),
    memory.language,
  );
  return goOn(progress, { ...heard, memory, conversation: { ...heard.conversation, speaker: "bot" } }, parts);
}

/** Hands the message to the running dialog. */
export function continueTheDialog(wish: Wish | undefined, heard: Heard, parts: Parts): Acted {
  const { dialog, language } = heard.memory;
  if (!dialog) return idle(heard);
  return goOn(continueDialog(parts.content.dialogs, dialog, forDialog(heard, wish, parts), language), heard, parts);
}

/** Says something in the middle of a dialog and asks the dialog's question again. */
export function interruptDialog(replies: Reply[], change: Partial<Memory>, heard: Heard, parts: Parts): Acted {
  const acted = { ...idle(heard), replies };
  const resumed = resume(heard.memory.dialog, acted, heard, parts);
  return { ...resumed, memory: { ...resumed.memory, ...change } };
}

/** Ends the running dialog; one that was set aside for it comes back. */
export function cancelDialog(heard: Heard, parts: Parts): Acted {
  const { language, paused } = heard.memory;
  const phrases = parts.content.botPhrases[language];
  const { cancelled, howCanIHelp } = phrases;
  const free = withoutDialog(heard);
  if (paused) return comeBack({ ...idle(free), replies: [{ text: cancelled }] }, free, parts);
  return { ...idle(free), replies: [{ text: `${cancelled} ${howCanIHelp}`, choices: starters(phrases) }] };
}

function goOn(progress: Progress, heard: Heard, parts: Parts): Acted {
  const { memory } = heard;
  switch (progress.kind) {
    case "asking":
      return {
        ...idle(heard),
        memory: { ...memory, misunderstood: 0, dialog: progress.state },
        replies: progress.replies,
      };
    case "needs_human": {
      const acted = handOff(
        { kind: "hand_off", reason: progress.reason },
        { ...heard, memory: { ...memory, dialog: progress.state } },
        parts,
      );
      return { ...acted, replies: [...progress.replies, ...acted.replies] };
    }
    case "cancelled":
      return comeBack({ ...idle(withoutDialog(heard)), replies: progress.replies }, withoutDialog(heard), parts);
    case "finished": {
      const { result } = progress;
      const told = result.kind === "tell_status" ? result.serviceRequestIds : [];
      const status = sayStatus(told, heard.facts, memory.language, parts);
      const effects = effectsOf(result, heard, parts);
      const replies = [...withFiled(progress.replies, effects, memory.language, parts), ...status];
      return comeBack({ ...idle(withoutDialog(heard)), effects, replies }, withoutDialog(heard), parts);
    }
  }
}

/** The thanks say who gets what was filed, and how long such matters take. */
function withFiled(replies: Reply[], effects: Effect[], language: Language, { content, office }: Parts): Reply[] {
  const filed = effects.find((effect) => effect.kind === "file_service_request");
  if (!filed) return replies;
  const { service, unit } = filed.request;
  const values = {
    unit: content.units.get(unit)?.name[language] ?? unit,
    expected: sayExpected(service, unit, office, content.botPhrases[language]),
  };
  return replies.map((reply) => ({ ...reply, text: fill(reply.text, values) }));
}

/** After one dialog ended, the one set aside for it goes on, or the matter that waits is offered. */
function comeBack(acted: Acted, heard: Heard, parts: Parts): Acted {
  const { paused, ...memory } = acted.memory;
  if (paused) return resume(paused, { ...acted, memory }, heard, parts);
  const next = sayWaiting(memory.waiting, memory.language, parts.content);
  return { ...acted, replies: [...acted.replies, ...next] };
}

/** Adds the dialog's present question to what was said; only its buttons are left. */
function resume(state: DialogState | undefined, acted: Acted, heard: Heard, parts: Parts): Acted {
  if (!state) return acted;
  const silent: HeardByDialog = {
    text: "",
    wish: { kind: "resume" },
    attachments: [],
    entities: { serviceRequestIds: [], lines: [], plates: [] },
    about: aboutPlace(heard.facts, heard.memory.language, parts),
  };
  const progress = continueDialog(parts.content.dialogs, state, silent, heard.memory.language);
  const replies = [...acted.replies.map(({ text }) => ({ text })), ...progress.replies];
  const { dialog: _, ...memory } = acted.memory;
  return { ...acted, memory: progress.kind === "asking" ? { ...memory, dialog: progress.state } : memory, replies };
}

/** Nothing that was filled in is lost: another dialog waits until the new one ends. */
function setAside(
  { dialog: running, paused, topic: _, handoff: __, photos: ___, ...memory }: Memory,
  { dialog, service }: Extract<Decision, { kind: "start_dialog" }>,
): Memory {
  const startsOver =
    running?.dialog === dialog && (running.service === undefined || running.service === (service ?? running.service));
  const aside = running && !startsOver ? running : paused;
  return { ...memory, misunderstood: 0, ...(aside && { paused: aside }) };
}

function withoutDialog(heard: Heard): Heard {
  const { dialog: _, ...memory } = heard.memory;
  return { ...heard, memory };
}
