import type { House, NewConversation } from "../../../src/channels/channel";
import type { Topic } from "../../../src/conversation/bus";
import type { Attachment } from "../../../src/conversation/message";
import type { ConversationHead, Entry } from "../../../src/conversation/transcript";
import { UnknownConversation } from "../../../src/inbox/doors";

type Kept = { head: Omit<ConversationHead, "lastSeq">; address: unknown; entries: Entry[] };
type NewEntry = Omit<Entry, "conversationId" | "seq" | "id" | "at">;

export type MemoryHouse = House & {
  kept: Map<string, Kept>;
  conversation(id: string): Kept | undefined;
  /** Adds an entry as the bot or a consultant would, and wakes the channels. */
  say(conversationId: string, entry: NewEntry): Entry;
  count(): number;
  logged: { event: string; fields: unknown }[];
  /** Wake-ups get lost while true, as when Redis is away. */
  deaf: boolean;
  /** By how many seconds the house's clock is ahead. */
  ahead: number;
  /** Conversations their residents ended. */
  left: string[];
};

/** A house whose store is a map and whose bot repeats what it hears; for tests of channels alone. */
export function memoryHouse(): MemoryHouse {
  const kept = new Map<string, Kept>();
  const files = new Map<string, { attachment: Attachment; bytes: Buffer }>();
  const ears = new Map<Topic, Set<(note: string) => void>>();
  const counts = new Map<string, { used: number; until: number }>();
  const now = () => new Date(Date.now() + house.ahead * 1000);

  const find = (id: string): Kept => {
    const found = kept.get(id);
    if (!found) throw new UnknownConversation(id);
    return found;
  };
  const headOf = ({ head, entries }: Kept): ConversationHead => ({ ...head, lastSeq: entries.length });
  const note = (event: string, fields?: unknown) => void house.logged.push({ event, fields });

  const house: MemoryHouse = {
    kept,
    logged: [],
    deaf: false,
    ahead: 0,
    left: [],
    receive: async () => {
      throw new Error("Direct Line stores no events");
    },
    answeredElsewhere: async () => {},
    receipts: { record: async () => {}, partSent: async () => {} },
    leave: async (id) => void house.left.push(id),
    now,
    count: () => kept.size,
    conversation: (id) => kept.get(id),
    greeting: (language) => ({
      text: `Dzień dobry (${language}). Jestem automatem.`,
      choices: [{ title: "Człowiek", wish: { kind: "human" } }],
    }),
    log: { info: note, warn: note, error: note },
    say(conversationId, entry) {
      const { entries } = find(conversationId);
      const seq = entries.length + 1;
      const added: Entry = { ...entry, conversationId, seq, id: `${conversationId}-${seq}`, at: now() };
      entries.push(added);
      void house.bus.publish("news", `${conversationId}:${seq}`);
      return added;
    },
    conversations: {
      async open(wanted: NewConversation) {
        const { id, channel, residentId, language, address } = wanted;
        const known = kept.get(id);
        if (known) return { ...headOf(known), created: false };
        kept.set(id, { head: { id, channel, residentId, language, speaker: "bot" }, address, entries: [] });
        if (wanted.greeting) {
          const { text, choices = [] } = wanted.greeting;
          house.say(id, { author: "bot", text, choices });
        }
        return { ...headOf(find(id)), created: true };
      },
      find: async (id) => {
        const found = kept.get(id);
        return found && headOf(found);
      },
      async findByMessage(channel, externalId) {
        const found = [...kept.values()].find(
          ({ head, entries }) => head.channel === channel && entries.some((entry) => entry.externalId === externalId),
        );
        return found && headOf(found);
      },
      entriesAfter: async (id, seq, most) => (kept.get(id)?.entries ?? []).slice(seq, seq + most),
    },
    async accept({ conversationId, externalId, text, attachments }) {
      const { entries } = find(conversationId);
      const same = entries.find((entry) => entry.externalId === externalId);
      if (same) return { messageId: same.id, seq: same.seq, duplicate: true };
      const { id, seq } = house.say(conversationId, {
        author: "resident",
        text,
        externalId,
        ...(attachments.length > 0 && { attachments }),
      });
      setImmediate(() => house.say(conversationId, { author: "bot", text: `Słyszę: ${text || "(nic)"}` }));
      return { messageId: id, seq, duplicate: false };
    },
    files: {
      async save(conversationId, { name, contentType, bytes }) {
        const attachment = { id: `file-${files.size + 1}`, name, contentType, sizeBytes: bytes.length };
        files.set(`${conversationId}/${attachment.id}`, { attachment, bytes });
        return attachment;
      },
      load: async (conversationId, id) => files.get(`${conversationId}/${id}`),
    },
    bus: {
      async publish(topic, text) {
        if (!house.deaf) for (const hear of ears.get(topic) ?? []) hear(text);
      },
      subscribe(topic, hear) {
        const set = ears.get(topic) ?? new Set();
        ears.set(topic, set.add(hear));
        return () => void set.delete(hear);
      },
      healthy: () => !house.deaf,
      close: async () => {},
    },
    limiter: {
      async take(key, most, windowSeconds) {
        const at = now().getTime();
        const old = counts.get(key);
        const counted = old && old.until > at ? old : { used: 0, until: at + windowSeconds * 1000 };
        counts.set(key, counted);
        counted.used += 1;
        return { allowed: counted.used <= most, retryAfterSeconds: (counted.until - at) / 1000 };
      },
    },
  };
  return house;
}
