import { type ServedChannel, serveChannel } from "../channelServer";
import { envelopeOf, PAGE_ID } from "./events";
import { type MessengerFake, openMessengerFake } from "./fake";

/** Messenger on its stand-in, and what these tests do with it beside what every channel's do. */
export type ServedMessenger = ServedChannel & {
  messenger: MessengerFake;
  /** Meta tells of something somebody did now, in its own words; waits until nothing is left to do about it. */
  tells(person: string, what: object, list?: "messaging" | "standby"): Promise<void>;
  /** Their conversation after they wrote. */
  begins(person: string, text?: string): Promise<string>;
  /** What they said, as stored. */
  saidBy(person: string): Promise<{ text: string; form?: string }[]>;
  /** Their conversation, if there is one. */
  conversationOf(person: string): Promise<string | undefined>;
};

/** Nothing is tried again before a test says so. */
export const RETRY_SECONDS = 60;

export async function serveMessenger(): Promise<ServedMessenger> {
  const messenger = await openMessengerFake();
  const served = await serveChannel(messenger, { retrySeconds: () => RETRY_SECONDS });
  const { house, url, clock } = served;
  const conversationOf = async (person: string) => {
    const query = house.storage.db
      .selectFrom("conversations")
      .select(["id", "address"])
      .where("channel", "=", "messenger");
    const mine = (await query.execute()).find(({ address }) => JSON.stringify(address).includes(`"${person}"`));
    return mine?.id;
  };
  return {
    ...served,
    messenger,
    conversationOf,
    async tells(person, what, list = "messaging") {
      const around = { sender: { id: person }, recipient: { id: PAGE_ID }, timestamp: clock.now().getTime() };
      await messenger.tell(url, envelopeOf([{ ...around, ...what }], { list }));
      await house.settled();
    },
    async begins(person, text = `Tu ${person}`) {
      await served.post({ person, id: `m_first-${person}`, at: clock.now(), kind: "text", text });
      await house.settled();
      return served.conversationWith(text);
    },
    async saidBy(person) {
      const id = await conversationOf(person);
      const entries = id === undefined ? [] : await served.entries(id);
      const own = entries.filter(({ author }) => author === "resident");
      return own.map(({ text, form }) => ({ text, ...(form && { form }) }));
    },
  };
}
