import { randomUUID } from "node:crypto";
import { appendEntries, type NewEntry } from "../../../../src/storage/appendEntries";
import type { ServedChannel } from "../channelServer";
import type { Posted } from "../fake";
import type { WhatsAppFake } from "./fake";
import { DISPLAY_NUMBER, PHONE_ID } from "./people";

/** What somebody does, beside who and when. */
type Doing = Posted extends infer One ? (One extends Posted ? Omit<One, "person" | "id" | "at"> : never) : never;

/** Those who write to the city in a test, and the city. */
export function openResidents(served: ServedChannel, fake: WhatsAppFake) {
  let things = 0;
  const { house, clock } = served;
  const { db } = house.storage;

  /** Somebody by the name the test gives them: what they do, got and said. */
  function resident(person: string) {
    const does = (what: Doing): Posted => {
      things += 1;
      return { ...what, person, id: `${person}-${things}`, at: new Date() };
    };
    const got = () => fake.arrived().filter((message) => message.person === person);
    const sends = async (...what: Doing[]) => {
      await served.post(...what.map(does));
      await house.settled();
    };
    return {
      does,
      sends,
      got,
      async says(text: string) {
        await sends({ kind: "text", text });
        return got().at(-1);
      },
      async conversationId() {
        const query = db.selectFrom("entries").select("conversation_id");
        const first = await query.where("external_id", "like", `wamid.${person}-%`).executeTakeFirstOrThrow();
        return first.conversation_id;
      },
      async said() {
        const id = await this.conversationId();
        return (await served.entries(id)).filter(({ author }) => author === "resident");
      },
      /** How often it was shown to them that somebody writes. */
      typed: () =>
        fake.calls.filter(({ body }) => body.includes('"typing_indicator"') && body.includes(`wamid.${person}-`))
          .length,
    };
  }

  return {
    resident,
    /** The city says something of its own accord, as a consultant or news of a report would. */
    async city(conversationId: string, entry: Partial<NewEntry>): Promise<void> {
      const entries = [{ id: randomUUID(), author: "consultant" as const, text: "", ...entry }];
      await appendEntries(db, { conversationId, entries, at: clock.now() });
    },
    outbox: (conversationId: string) =>
      db
        .selectFrom("outbox")
        .select(["id", "state", "receipt", "reason", "attempts"])
        .where("conversation_id", "=", conversationId)
        .orderBy("seq")
        .execute(),
  };
}

/** A webhook with one message as it is given. */
export function webhook(message: object, from: string, metadata: object = {}): object {
  const sender = from === "" ? {} : { from: "48123456789", from_user_id: `PL.${from}` };
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: DISPLAY_NUMBER, phone_number_id: PHONE_ID, ...metadata },
    messages: [{ ...sender, timestamp: String(Math.floor(Date.now() / 1000)), ...message }],
  };
  return { object: "whatsapp_business_account", entry: [{ id: "1", changes: [{ field: "messages", value }] }] };
}
