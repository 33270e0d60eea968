import type { Entry } from "../conversation/transcript";
import type { Intent } from "../conversation/understanding";
import type { SummaryNames } from "../handoff/summary";
import type { Alert, Block, ContactTask, Earlier, Filed, Listed, Note, Rating, Thought } from "./doors";
import type {
  AlertView,
  BlockView,
  EarlierView,
  EntryView,
  MentionView,
  NoteView,
  QueueItem,
  RatingView,
  ServiceRequestView,
  TaskView,
  ThoughtView,
} from "./wire";

const LONGEST_LINE = 160;

/** A conversation as lists show it. */
export function queueItem(listed: Listed, names: SummaryNames, position?: number): QueueItem {
  const { conversation, lastSeq, lastLine, holder, startedAt, waitingSince, closed, offered, snoozedUntil } = listed;
  const { topic, area, team, tags, score } = listed;
  const { id, channel, speaker, memory } = conversation;
  const handoff = speaker === "bot" ? undefined : memory.handoff;
  return {
    id,
    channel,
    language: memory.language,
    speaker,
    since: closed?.at.toISOString() ?? waitingSince?.toISOString() ?? handoff?.since ?? startedAt.toISOString(),
    lastSeq,
    tags,
    awaitsReply: speaker === "consultant" && lastLine?.author === "resident",
    ...(topic && { topic: meaningOf(topic, names) }),
    ...(area !== undefined && { area }),
    ...(team && { team }),
    ...(offered && { offered: { to: offered.to, until: offered.until.toISOString() } }),
    ...(snoozedUntil && { snoozedUntil: snoozedUntil.toISOString() }),
    ...(closed && { closed: { ...closed, at: closed.at.toISOString() } }),
    ...(score !== undefined && { score }),
    ...(position !== undefined && { position }),
    ...(handoff && { reason: handoff.reason, summary: handoff.summary }),
    ...(holder && { holder }),
    ...(lastLine && {
      lastLine: {
        seq: lastLine.seq,
        author: lastLine.author,
        text: shortened(lastLine.text),
        at: lastLine.at.toISOString(),
        ...(lastLine.form && { form: lastLine.form }),
      },
    }),
  };
}

const shortened = (text: string) => (text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1)}…` : text);

export function entryView(entry: Entry): EntryView {
  const { seq, id, at, author, authorName, text, choices, attachments, occasion, form } = entry;
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
    ...(form && { form }),
  };
}

/** What the bot made of a message, for the person who takes over. */
export function thoughtView({ at, candidates, rejected, ...thought }: Thought, names: SummaryNames): ThoughtView {
  return {
    ...thought,
    at: at.toISOString(),
    candidates: candidates.map(({ intent, confidence }) => ({ intent, meaning: meaningOf(intent, names), confidence })),
    rejected: rejected.map(({ intent, ...rest }) => ({ meaning: meaningOf(intent, names), ...rest })),
  };
}

/** What an intent is called. */
export function meaningOf({ kind, id }: Intent, names: SummaryNames): string {
  return names[kind](id);
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

export const noteView = ({ id, text, by, byId, mentions, at }: Note): NoteView => {
  return { id, text, by, byId, mentions, at: at.toISOString() };
};

export function earlierView({ id, startedAt, speaker, topic, lastLine }: Earlier, names: SummaryNames): EarlierView {
  return {
    id,
    speaker,
    startedAt: startedAt.toISOString(),
    ...(topic && { topic: meaningOf(topic, names) }),
    ...(lastLine !== undefined && { lastLine: shortened(lastLine) }),
  };
}

export const ratingView = ({ score, word, at }: Rating): RatingView => {
  return { score, at: at.toISOString(), ...(word !== undefined && { word }) };
};

export const blockView = ({ until, at, lifted, ...block }: Block): BlockView => ({
  ...block,
  until: until.toISOString(),
  at: at.toISOString(),
  ...(lifted && { lifted: { by: lifted.by, at: lifted.at.toISOString() } }),
});

export const mentionView = ({ id, conversationId, by, text, at }: Note): MentionView => {
  return { noteId: id, conversationId, by, text: shortened(text), at: at.toISOString() };
};
