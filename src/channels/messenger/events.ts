import { createHash } from "node:crypto";
import type { NewEvent } from "../channel";
import { hashedId } from "../shared/secrets";
import { Envelope, Inbound, type Kept } from "./inbound";
import { partIn } from "./ownParts";

/** Kinds that are looked into, or at least known by name; what else Meta tells is "unknown". */
const KINDS = [
  "message",
  "postback",
  "message_edit",
  "reaction",
  "delivery",
  "read",
  "referral",
  "optin",
  "account_linking",
  "policy_enforcement",
  "pass_thread_control",
  "take_thread_control",
  "request_thread_control",
  "app_roles",
];

type Parts = { pageId: string; now(): Date; onActivity?(kind: string): void };

/** The events of a webhook's body, in its order. Of other pages and without a person: counted, and passed over. */
export function eventsIn(body: unknown, parts: Parts): NewEvent[] {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) parts.onActivity?.("unknown");
  return (envelope.data?.entry ?? []).flatMap(({ id, time, messaging = [], standby = [] }) => {
    const all = [...messaging.map((told) => ({ told, standby: false })), ...standby.map(inStandby)];
    if (id === parts.pageId) return all.flatMap((one) => eventOf(one, time, parts));
    parts.onActivity?.("other_page");
    return [];
  });
}

const inStandby = (told: unknown) => ({ told, standby: true });

function eventOf({ told, standby }: { told: unknown; standby: boolean }, time: number | undefined, parts: Parts) {
  const read = Inbound.safeParse(told);
  if (!read.success) {
    parts.onActivity?.("unknown");
    return [];
  }
  const inbound = read.data;
  const kind = kindOf(inbound);
  const rank = inbound.timestamp ?? inbound.delivery?.watermark ?? time ?? parts.now().getTime();
  const payload: Kept = { inbound, standby };
  return [{ externalId: idOf(inbound, kind), person: queueOf(inbound, kind, parts.pageId), rank, kind, payload }];
}

function kindOf(inbound: Inbound): string {
  if (inbound.message?.is_echo) return "echo";
  return KINDS.find((kind) => inbound[kind] !== undefined) ?? "unknown";
}

/** Everything of a person in one queue, but for our own echoes: they prove what was sent and must not wait for a picture. */
function queueOf(inbound: Inbound, kind: string, pageId: string): string {
  const own = kind === "echo" && partIn(inbound.message?.metadata);
  if (own) return hashedId("fbe", own.deliveryId, String(own.part));
  return conversationIdOf(pageId, personIn(inbound, kind));
}

/** Who it is about: of an echo, whom the page wrote to. */
export const personIn = ({ sender, recipient }: Inbound, kind: string): string =>
  kind === "echo" ? recipient.id : sender.id;

export const conversationIdOf = (pageId: string, person: string): string => hashedId("fb", pageId, person);

/** The same whenever Meta repeats it. Only messages have an id of Meta's; the others are known by what they say. */
function idOf(inbound: Inbound, kind: string): string {
  const { message, postback, message_edit: edit, reaction, timestamp } = inbound;
  const mid = message?.mid ?? postback?.mid;
  if (mid !== undefined) return short(mid);
  if (edit) return short(`${edit.mid}:edit:${edit.num_edit ?? timestamp}`);
  if (reaction) return short(`${reaction.mid}:${reaction.action}:${timestamp}`);
  return `${kind}:${digest(JSON.stringify(inbound))}`;
}

const LONGEST_ID = 300;
const short = (id: string): string => (id.length <= LONGEST_ID ? id : digest(id));
const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");
