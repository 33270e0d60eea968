import type { Entry } from "../conversation/transcript";
import type { Intent } from "../conversation/understanding";
import type { SummaryNames } from "../handoff/summary";
import type { Alert, ContactTask, Filed, Listed, ProposedLabel, Thought } from "./doors";
import type { AlertView, EntryView, LabelView, QueueItem, ServiceRequestView, TaskView, ThoughtView } from "./wire";

const LONGEST_LINE = 160;

/** A conversation as lists show it. */
export function queueItem(
  { conversation, lastSeq, lastLine, holder, startedAt }: Listed,
  position?: number,
): QueueItem {
  const { id, channel, speaker, memory } = conversation;
  const handoff = speaker === "bot" ? undefined : memory.handoff;
  return {
    id,
    channel,
    language: memory.language,
    speaker,
    since: handoff?.since ?? startedAt.toISOString(),
    lastSeq,
    ...(position !== undefined && { position }),
    ...(handoff && { reason: handoff.reason, summary: handoff.summary }),
    ...(holder && { holder }),
    ...(lastLine && {
      lastLine: {
        seq: lastLine.seq,
        author: lastLine.author,
        text: shortened(lastLine.text),
        at: lastLine.at.toISOString(),
      },
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
export function thoughtView({ at, candidates, ...thought }: Thought, names: SummaryNames): ThoughtView {
  const meanings = candidates.map(({ intent, confidence }) => ({ meaning: meaningOf(intent, names), confidence }));
  return { ...thought, at: at.toISOString(), candidates: meanings };
}

function meaningOf({ kind, id }: Intent, names: SummaryNames): string {
  if (kind === "article") return names.article(id);
  if (kind === "service") return names.service(id);
  if (kind === "dialog") return names.dialog(id);
  return id;
}

export function serviceRequestView({ service, requestedAt, ...filed }: Filed, names: SummaryNames): ServiceRequestView {
  const agency_responsible = names.unit(filed.agency_responsible);
  return { ...filed, agency_responsible, service: names.service(service), requestedAt: requestedAt.toISOString() };
}

export function taskView({ createdAt, done, ...task }: ContactTask): TaskView {
  return {
    ...task,
    createdAt: createdAt.toISOString(),
    ...(done && { done: { ...done, at: done.at.toISOString() } }),
  };
}

export const alertView = ({ at, ...alert }: Alert): AlertView => ({ ...alert, since: at.toISOString() });

export const labelView = ({ at, ...label }: ProposedLabel): LabelView => ({ ...label, at: at.toISOString() });
