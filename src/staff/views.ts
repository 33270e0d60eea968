import type { TurnRecord } from "../conversation/outcome";
import type { Entry } from "../conversation/transcript";
import type { Intent } from "../conversation/understanding";
import type { ContactTask, Filed, Listed } from "./doors";
import type { StaffNames } from "./parts";
import type { EntryView, QueueItem, ServiceRequestView, TaskView, ThoughtView } from "./wire";

const LONGEST_LINE = 160;

/** A conversation as lists show it. */
export function queueItem(
  { conversation, lastSeq, lastLine, holder, updatedAt }: Listed,
  position?: number,
): QueueItem {
  const { id, channel, speaker, memory } = conversation;
  const handoff = speaker === "bot" ? undefined : memory.handoff;
  return {
    id,
    channel,
    language: memory.language,
    speaker,
    since: handoff?.since ?? updatedAt.toISOString(),
    lastSeq,
    ...(position !== undefined && { position }),
    ...(handoff && { reason: handoff.reason, summary: handoff.summary }),
    ...(holder && { holder }),
    ...(lastLine && {
      lastLine: { author: lastLine.author, text: shortened(lastLine.text), at: lastLine.at.toISOString() },
    }),
  };
}

const shortened = (text: string) => (text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1)}…` : text);

export function entryView(entry: Entry): EntryView {
  const { seq, id, at, author, authorName, text, choices, attachments, occasion } = entry;
  return {
    seq,
    id,
    at: at.toISOString(),
    author,
    text,
    ...(authorName && { authorName }),
    ...(choices && { choices: choices.map(({ title }) => title) }),
    ...(attachments && { attachments }),
    ...(occasion && { occasion }),
  };
}

/** What the bot made of a message, for the person who takes over. */
export function thoughtView({ at, record }: { at: Date; record: TurnRecord }, names: StaffNames): ThoughtView {
  const { understanding, decided } = record;
  return {
    at: at.toISOString(),
    maskedText: understanding.maskedText,
    candidates: understanding.candidates.map(({ intent, confidence }) => ({
      meaning: meaningOf(intent, names),
      confidence,
    })),
    decision: decided.decision.kind,
    because: decided.because,
  };
}

function meaningOf({ kind, id }: Intent, names: StaffNames): string {
  if (kind === "article") return names.article(id);
  if (kind === "service") return names.service(id);
  if (kind === "dialog") return names.dialog(id);
  return id;
}

export function serviceRequestView(filed: Filed, names: StaffNames): ServiceRequestView {
  const { service_request_id, kind, status, status_notes, description, place, contact, conversationId } = filed;
  return {
    service_request_id,
    service: names.service(filed.service),
    kind,
    status,
    status_notes,
    agency_responsible: filed.unit,
    description,
    place,
    contact,
    conversationId,
    requestedAt: filed.requestedAt.toISOString(),
  };
}

export function taskView({ createdAt, done, ...task }: ContactTask): TaskView {
  return {
    ...task,
    createdAt: createdAt.toISOString(),
    ...(done && { done: { ...done, at: done.at.toISOString() } }),
  };
}
