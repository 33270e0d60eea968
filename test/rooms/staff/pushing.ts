import { randomUUID } from "node:crypto";
import type { Capabilities } from "../../../src/channels/capabilities";
import type { Channel } from "../../../src/channels/channel";
import type { Attachment } from "../../../src/conversation/message";
import type { MessageForm } from "../../../src/conversation/messageForm";
import type { Tables } from "../../../src/storage/tables";
import type { Person } from "./person";
import type { StaffHouse } from "./staffHouse";

const bare: Capabilities = {
  textLength: 4_000,
  marks: "none",
  typing: true,
  receipts: "read",
  pace: { perSecond: 30 },
  sentOnce: true,
};
const files = { mostMegabytes: 5 };

const pushing = (name: string, more: Partial<Capabilities>, rest: Partial<Channel> = {}): Channel => {
  return { name, capabilities: () => ({ ...bare, ...more }), register: () => async () => {}, ...rest };
};

/** Channels that differ in what consultants have to know of them; nothing is sent. */
export const channelsThatPush: Channel[] = [
  pushing("messenger", { files, textLength: 200, window: { hours: 24, after: "human_agent", personHours: 144 } }),
  pushing("whatsapp", { files, window: { hours: 24, after: "template" } }, { invite: () => ({}) }),
  pushing("telegram", { files: { mostMegabytes: 0.001 } }),
  pushing("email", { files, typing: false, receipts: "sent" }),
  pushing("viber", { receipts: "none", window: { hours: 24, after: "template" } }),
];

type Sent = { text: string; form?: MessageForm; attachments?: Attachment[] };
type Stored = { state: "due" | "held" | "done" | "given_up"; receipt?: Tables["outbox"]["receipt"]; reason?: string };

/** A resident on such a channel who said these things, each through a turn of a bot that keeps silent. */
export async function residentOn(channel: string, said: Sent[], house: StaffHouse) {
  const id = randomUUID();
  const begun = { id, channel, residentId: `r-${id}`, language: "pl" as const, address: { to: id } };
  await house.storage.conversations.open({ ...begun, greeting: { text: "Dzień dobry!" } }, house.now());
  const says = async ({ attachments = [], ...sent }: Sent) => {
    const arrival = { conversationId: id, channel, externalId: randomUUID(), attachments, ...sent };
    return house.storage.turns.accept(arrival, house.now());
  };
  for (const one of said) await says(one);
  return {
    id,
    says,
    /** What the outbox has of the line with this seq by now; whoever looks is told. */
    async became(seq: number, stored: Stored) {
      const change = house.storage.db.updateTable("outbox").set({ reason: null, receipt: null, ...stored });
      await change.where("conversation_id", "=", id).where("seq", "=", seq).execute();
      await house.bus.publish("changed", id);
    },
    /** Answers the seq of what this person says there. */
    async hears(text: string, person: Person): Promise<number> {
      const { lastSeq } = (await person.gets(`conversations/${id}`)).body;
      const { body } = await person.posts(`conversations/${id}/say`, { text, lastSeq, key: randomUUID() });
      return body.seq;
    },
  };
}
