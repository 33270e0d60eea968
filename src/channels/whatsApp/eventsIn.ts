import { z } from "zod";
import type { NewEvent } from "../channel";
import { hashedId } from "../shared/secrets";
import { isReadable } from "./readMessage";
import { Message, Status, Value, WebhookBody } from "./wire";

/** What a webhook tells: events to be stored, kinds that are only counted, and codes of what went wrong over there. */
export type Told = { events: NewEvent[]; counted: string[]; errors: number[] };

/** A message with the one id by which we know who sent it. */
export const StoredMessage = z.object({ message: Message, who: z.string() });

/** Our id of a conversation: of one resident with one number of the city. */
export const conversationIdOf = (phoneId: string, who: string): string => hashedId("wa", phoneId, who);

/** Messages that are none: a changed phone number, one taken back, a chat that was opened and nothing written. */
const silent = ["system", "revoke", "request_welcome"];
/** Fields an app may be subscribed to beside messages. */
const fields = [
  "account_alerts",
  "account_update",
  "business_capability_update",
  "message_template_status_update",
  "message_template_quality_update",
  "phone_number_quality_update",
  "smb_message_echoes",
  "user_id_update",
  "user_preferences",
];

/** Looks through everything a webhook holds, whatever its kind and order, for what concerns our number. */
export function eventsIn(body: unknown, phoneId: string): Told {
  const told: Told = { events: [], counted: [], errors: [] };
  const read = WebhookBody.safeParse(body);
  if (!read.success || read.data.object !== "whatsapp_business_account") return { ...told, counted: ["unknown"] };
  for (const { field, value } of read.data.entry.flatMap(({ changes }) => changes)) {
    const change = Value.safeParse(value);
    if (field !== "messages") told.counted.push(fields.find((known) => known === field) ?? "unknown");
    else if (!change.success) told.counted.push("unknown");
    else if (change.data.metadata.phone_number_id !== phoneId) told.counted.push("other_number");
    else addChange(change.data, phoneId, told);
  }
  return told;
}

function addChange({ contacts, messages, statuses, errors }: z.infer<typeof Value>, phoneId: string, told: Told): void {
  for (const one of messages) addMessage(one, { contacts, phoneId }, told);
  for (const one of statuses) addStatus(one, phoneId, told);
  told.errors.push(...errors.map(({ code }) => code));
}

type About = { contacts: z.infer<typeof Value>["contacts"]; phoneId: string };

function addMessage(given: unknown, { contacts, phoneId }: About, told: Told): void {
  const message = Message.safeParse(given).data;
  const who = message && whoSent(message, contacts);
  if (!message || !who) return void told.counted.push("unknown");
  const { id, type, timestamp } = message;
  const quiet = message.group_id === undefined ? silent.find((kind) => kind === type) : "group";
  if (quiet !== undefined) return void told.counted.push(quiet);
  if (!isReadable(type)) told.counted.push(type === "unsupported" ? type : "unknown");
  const person = conversationIdOf(phoneId, who);
  const payload = { message, who } satisfies z.infer<typeof StoredMessage>;
  told.events.push({ externalId: id, person, rank: Number(timestamp) * 1000, kind: "message", payload });
}

/** The id that stays when somebody takes a user name and their number is not told any longer. */
function whoSent({ from, from_user_id }: Message, contacts: About["contacts"]): string | undefined {
  const contact = contacts.find(({ wa_id }) => wa_id === from);
  return from_user_id ?? contact?.user_id ?? from;
}

function addStatus(given: unknown, phoneId: string, told: Told): void {
  const status = Status.safeParse(given).data;
  if (!status) return void told.counted.push("unknown_status");
  // Not the resident: what they write shall not wait for what became of what we wrote.
  const person = hashedId("was", phoneId, status.id);
  const externalId = `${status.id}:${status.status}`;
  told.events.push({ externalId, person, rank: Number(status.timestamp) * 1000, kind: "status", payload: status });
}
