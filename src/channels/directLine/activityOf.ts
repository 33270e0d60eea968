import type { Attachment } from "../../conversation/message";
import type { Choice } from "../../conversation/reply";
import type { ConversationHead, Entry, Occasion } from "../../conversation/transcript";
import type { HandoffStatus, WireActivity, WireAuthor } from "./wire";

/** Whom an activity is drawn for, and how that client reaches files. */
export type Viewer = {
  conversation: Pick<ConversationHead, "id" | "residentId" | "language">;
  fileUrl(attachment: Attachment): string;
};

const bot: WireAuthor = { id: "hejnal", name: "Hejnał", role: "bot" };

const states: Record<Occasion, HandoffStatus["state"]> = {
  consultant_joined: "accepted",
  returned_to_bot: "completed",
  closed: "completed",
  transferred: "completed",
  returned_to_queue: "completed",
  // By a consultant who goes on answering.
  request_filed: "accepted",
  resident_left: "completed",
};

export const activityId = (conversationId: string, seq: number) => `${conversationId}|${String(seq).padStart(7, "0")}`;

/** How a message's own id is kept with us, so that it can be given back untouched. */
export const externalIdOf = (conversationId: string, clientActivityId: string) =>
  `${conversationId}:${clientActivityId}`;

/**
 * A stored entry as Direct Line clients read it. There is no `replyToId`: Web Chat waits seconds for an activity it
 * does not know.
 */
export function activityOf(entry: Entry, viewer: Viewer): WireActivity {
  const { conversation } = viewer;
  const common = {
    id: activityId(entry.conversationId, entry.seq),
    timestamp: entry.at.toISOString(),
    channelId: "directline",
    conversation: { id: entry.conversationId },
    from: authorOf(entry, conversation.residentId),
    locale: conversation.language,
    ...(entry.text && { text: entry.text }),
  } as const;
  if (entry.occasion) return { ...common, type: "event", ...occasionOf(entry.occasion, entry) };
  return {
    ...common,
    type: "message",
    text: entry.text,
    textFormat: entry.author === "bot" ? "markdown" : "plain",
    ...(entry.author !== "resident" && { inputHint: entry.choices?.length ? "expectingInput" : "acceptingInput" }),
    ...(entry.attachments?.length && { attachments: entry.attachments.map((file) => attachmentOf(file, viewer)) }),
    ...(entry.choices?.length && { suggestedActions: actionsOf(entry, conversation.residentId) }),
    ...channelDataOf(entry),
  };
}

/** Somebody writes: never stored, the watermark stays. */
export function typingActivity(conversationId: string, who: WireAuthor, at: Date): WireActivity {
  return {
    type: "typing",
    id: `${conversationId}|typing-${at.getTime()}`,
    timestamp: at.toISOString(),
    channelId: "directline",
    conversation: { id: conversationId },
    from: who,
  };
}

function authorOf(entry: Entry, residentId: string): WireAuthor {
  if (entry.author === "resident") return { id: residentId, role: "user" };
  if (entry.author !== "consultant") return bot;
  return { id: "consultant", role: "bot", ...(entry.authorName && { name: entry.authorName }) };
}

function occasionOf(occasion: Occasion, entry: Entry) {
  const agent = entry.authorName;
  return {
    name: "handoff.status",
    value: { state: states[occasion] },
    channelData: { occasion, ...(agent && { agent }) },
  };
}

function actionsOf(entry: Entry, residentId: string): NonNullable<WireActivity["suggestedActions"]> {
  const actions = (entry.choices ?? []).map((choice) => {
    const { title } = choice;
    return { type: "imBack", title, value: title, ...(asksPlace(choice) && { channelData: sharePlace }) } as const;
  });
  return { to: [residentId], actions };
}

const sharePlace = { sharePlace: true } as const;

const asksPlace = ({ wish }: Choice) => wish.kind === "share_place";

function attachmentOf(file: Attachment, { fileUrl }: Viewer) {
  return { contentType: file.contentType, name: file.name, contentUrl: fileUrl(file) };
}

function channelDataOf(entry: Entry): Pick<WireActivity, "channelData"> {
  const ours = externalIdOf(entry.conversationId, "");
  if (entry.externalId?.startsWith(ours))
    return { channelData: { clientActivityID: entry.externalId.slice(ours.length) } };
  if (entry.choices?.some(asksPlace)) return { channelData: sharePlace };
  return entry.author === "consultant" && entry.authorName ? { channelData: { agent: entry.authorName } } : {};
}
