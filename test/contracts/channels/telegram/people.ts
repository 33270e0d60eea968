import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { ServedChannel } from "../channelServer";
import { eventually } from "../client";
import type { TelegramFake } from "./fake";
import { chatOf } from "./updates";

export type Somebody = ReturnType<ReturnType<typeof openPeople>["somebody"]>;

/** People who write to the bot, in Telegram's own words. */
export function openPeople(served: ServedChannel, fake: TelegramFake) {
  const { db } = served.house.storage;
  let updates = 1_000;
  const nextUpdateId = () => ++updates;
  /** What was told is looked into and answered; what is said may still be on its way, at Telegram's pace. */
  const handled = () =>
    eventually(async () => {
      const { rows } = await sql<{ left: number }>`select ((select count(*) from channel_events where state = 'due')
        + (select count(*) from entries where state = 'pending'))::int as left`.execute(db);
      return rows[0]?.left === 0;
    });
  const entriesOf = async (chat: number) => {
    const { rows } = await sql<{ id: string }>`select id from conversations
      where address ->> 'chat' = ${String(chat)}`.execute(db);
    return rows[0] ? served.entries(rows[0].id) : [];
  };

  /** Somebody with a private chat of their own; what they do has been handled when it resolves. */
  const somebody = (language_code = "pl") => {
    const id = chatOf(randomUUID());
    fake.server.chats.add(id);
    const from = { id, is_bot: false, first_name: "Anna", last_name: "Nowak", language_code };
    const chat = { id, type: "private", first_name: "Anna", last_name: "Nowak" };
    const about = (message_id: number) => ({ message_id, from, chat, date: 1_441_645_532 });
    const tell = async (update: object) => {
      const status = await fake.tell(served.url, { update_id: nextUpdateId(), ...update });
      await handled();
      return status;
    };
    return {
      id,
      from,
      chat,
      about,
      tell,
      sends: (content: object, message_id = fake.server.nextMessageId()) =>
        tell({ message: { ...about(message_id), ...content } }),
      edits: (message_id: number, content: object) =>
        tell({ edited_message: { ...about(message_id), edit_date: 1_441_646_600, ...content } }),
      got: () => fake.server.arrived.filter((one) => one.chat === id),
      entries: () => entriesOf(id),
      said: async () => (await entriesOf(id)).filter(({ author }) => author === "resident"),
    };
  };
  return { somebody, handled, nextUpdateId };
}
