import type { z } from "zod";
import type { Attachment } from "../../conversation/message";
import type { Entry } from "../../conversation/transcript";
import type { AppParts, Device } from "./parts";
import type { Entries, EntryView, MessageBody, Sent } from "./schemas";
import { Trouble } from "./trouble";

/** The channel's name of what is said through the app's own interface. */
export const APP = "app";
const MOST_ENTRIES = 100;
const LONGEST_WAIT_SECONDS = 25;

/** The device's conversation, begun when it is first needed: one for each device, as long as it is kept. */
export async function conversationOf({ id, language }: Device, { house }: AppParts): Promise<string> {
  const conversationId = `app_${id}`;
  const begun = { id: conversationId, channel: APP, residentId: id, language, greeting: house.greeting(language) };
  await house.conversations.open(begun, house.now());
  return conversationId;
}

/** What was said after `after`; where there is nothing yet it is waited for so many seconds. */
export async function entriesFor(
  device: Device,
  { after, wait }: { after: number; wait: number },
  parts: AppParts,
): Promise<z.infer<typeof Entries>> {
  const { conversations, bus } = parts.house;
  const id = await conversationOf(device, parts);
  const read = () => conversations.entriesAfter(id, after, MOST_ENTRIES);
  // Listened to before it is looked, so that nothing falls between the two.
  const news = newsOf(id, bus);
  try {
    let entries = await read();
    if (entries.length === 0 && wait > 0) {
      await news.within(Math.min(wait, LONGEST_WAIT_SECONDS));
      entries = await read();
    }
    const head = await conversations.find(id);
    return {
      entries: entries.map(entryView),
      speaker: head?.speaker ?? "bot",
      last_seq: entries.at(-1)?.seq ?? head?.lastSeq ?? after,
    };
  } finally {
    news.end();
  }
}

function newsOf(conversationId: string, bus: AppParts["house"]["bus"]) {
  let tell = (): void => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let timer: NodeJS.Timeout | undefined;
  const unsubscribe = bus.subscribe("news", (note) => note.startsWith(`${conversationId}:`) && tell());
  return {
    within(seconds: number): Promise<void> {
      timer = setTimeout(tell, seconds * 1000);
      return told;
    },
    end() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

function entryView({ seq, at, author, authorName, text, choices = [], attachments = [] }: Entry): EntryView {
  const shown = choices.filter(({ wish }) => wish.kind !== "share_place");
  return {
    ...{ seq, at: at.toISOString(), author, text },
    ...(authorName !== undefined && { author_name: authorName }),
    choices: shown.map(({ title }) => title),
    wants_place: shown.length < choices.length,
    files: attachments.map(fileView),
  };
}

export const fileView = ({ id, name, contentType, sizeBytes }: Attachment) => ({
  ...{ id, name },
  content_type: contentType,
  size_bytes: sizeBytes,
});

/** Takes a message once; what it answers comes among the entries. */
export async function takeMessage(
  device: Device,
  { key, text, files }: z.infer<typeof MessageBody>,
  parts: AppParts,
): Promise<z.infer<typeof Sent>> {
  const conversationId = await conversationOf(device, parts);
  const attachments = await filesOf(conversationId, files, parts);
  const externalId = `${conversationId}:${key}`;
  const message = { conversationId, channel: APP, externalId, text: text.trim(), attachments };
  const { seq, duplicate } = await parts.house.accept(message);
  return { seq, duplicate };
}

/** Files this device uploaded before. */
export async function filesOf(conversationId: string, ids: string[], { house }: AppParts): Promise<Attachment[]> {
  return Promise.all(
    ids.map(async (id, at) => {
      const found = await house.files.load(conversationId, id);
      if (found) return found.attachment;
      throw new Trouble("body", (texts) => texts.body, [{ name: `files.${at}`, detail: (texts) => texts.noFile }]);
    }),
  );
}
