import { createHash } from "node:crypto";
import type { Posted } from "../fake";
import type { BotServer } from "./botServer";

type Wire = Record<string, unknown>;

/** Ids of chats are those of people; up to 52 bits. */
export const chatOf = (person: string): number =>
  Number.parseInt(createHash("sha256").update(person).digest("hex").slice(0, 10), 16);

/** Makes Telegram's updates of what people do; the same again is the same update. */
export function openUpdates(server: BotServer): (posted: Posted) => Wire {
  const made = new Map<string, Wire>();
  const messageIds = new Map<string, number>();
  const taken = new Set<number>();

  const updateIdOf = ({ at }: Posted): number => {
    // Telegram counts up in the order in which things happen, in whichever order it tells them.
    let id = at.getTime() * 100;
    while (taken.has(id)) id += 1;
    taken.add(id);
    return id;
  };
  const messageIdOf = (id: string): number => {
    const known = messageIds.get(id) ?? server.nextMessageId();
    messageIds.set(id, known);
    return known;
  };
  const fileOf = (name: string, bytes: Buffer): Wire => {
    const file_id = `F${server.files.size + 1}`;
    server.files.set(file_id, { path: `documents/file ${server.files.size}.bin`, bytes });
    return { file_id, file_unique_id: file_id, file_name: name, file_size: bytes.length };
  };
  const contentOf = (posted: Posted): Wire => {
    if (posted.kind === "text") return { text: posted.text };
    if (posted.kind === "location") return { location: { latitude: posted.lat, longitude: posted.long } };
    if (posted.kind === "sticker") return { sticker: { file_id: "S1", file_unique_id: "S1", emoji: posted.emoji } };
    if (posted.kind === "unknown") return { hologram: { depth: 3 } };
    if (posted.kind !== "image" && posted.kind !== "file" && posted.kind !== "voice") return {};
    const { file_name, ...file } = fileOf(posted.name, posted.bytes);
    const caption = posted.text === undefined ? {} : { caption: posted.text };
    if (posted.kind === "file") return { document: { ...file, file_name }, ...caption };
    if (posted.kind === "voice") return { voice: { ...file, duration: 3, mime_type: "audio/ogg" }, ...caption };
    const small = { ...fileOf("small", Buffer.from("small")), width: 90, height: 60 };
    return { photo: [small, { ...file, width: 1280, height: 853 }], ...caption };
  };
  const make = (posted: Posted): Wire => {
    const { person, at } = posted;
    const id = chatOf(person);
    const from = { id, is_bot: false, first_name: "Anna", last_name: "Nowak", username: "anna_n", language_code: "pl" };
    const chat = { id, first_name: "Anna", last_name: "Nowak", type: "private" };
    const date = Math.floor(at.getTime() / 1000);
    const update_id = updateIdOf(posted);
    if (posted.kind === "press") {
      // Buttons instead of the letters come back as what stands on them.
      if (!posted.payload.startsWith("c:"))
        return { update_id, message: { message_id: messageIdOf(posted.id), from, chat, date, text: posted.payload } };
      server.queries.add(posted.id);
      const under = server.arrived.find(({ buttons }) => buttons.some(({ payload }) => payload === posted.payload));
      const message = under && {
        message_id: under.messageId,
        chat,
        date,
        text: under.text,
        reply_markup: under.markup,
      };
      return { update_id, callback_query: { id: posted.id, from, message, chat_instance: "1", data: posted.payload } };
    }
    if (posted.kind === "reaction") {
      const new_reaction = posted.emoji === "" ? [] : [{ type: "emoji", emoji: posted.emoji }];
      const message_id = Number(posted.to) || messageIdOf(posted.to);
      return { update_id, message_reaction: { chat, message_id, user: from, date, old_reaction: [], new_reaction } };
    }
    if (posted.kind === "edit") {
      const edited = { message_id: messageIdOf(posted.of), from, chat, date, edit_date: date, text: posted.text };
      return { update_id, edited_message: edited };
    }
    return { update_id, message: { message_id: messageIdOf(posted.id), from, chat, date, ...contentOf(posted) } };
  };
  return (posted) => {
    const update = made.get(posted.id) ?? make(posted);
    made.set(posted.id, update);
    return update;
  };
}
