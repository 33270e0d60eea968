import type { Act, AtDesk, Locked, Unoffered } from "../doors";
import type { StaffParts } from "../parts";
import { HERE_MS } from "../presence";
import { actOn } from "./actOn";
import { chooseConsultant } from "./chooseConsultant";

/** Who waits behind these for people nobody of whom is there must not be forgotten. */
const AT_MOST = 2_000;

/** Offers those who wait, longest first, to who is free; an offer made here counts at once for the next. */
export async function makeOffers(parts: StaffParts): Promise<void> {
  let atDesk = await parts.store.queue.atDesk(new Date(parts.now().getTime() - HERE_MS));
  const isFree = ({ load, capacity }: AtDesk) => load < capacity;
  if (!atDesk.some(isFree)) return;
  for (const one of await parts.store.queue.unoffered(AT_MOST)) {
    if (!atDesk.some(isFree)) return;
    const accountId = await offer(one, atDesk, parts).catch((error: unknown) => {
      parts.log.error("offer_failed", { conversation: one.conversationId, error: String(error) });
      return undefined;
    });
    atDesk = atDesk.map((person) => (person.accountId === accountId ? { ...person, load: person.load + 1 } : person));
  }
}

/** Answers whom it was offered to. */
async function offer(waiting: Unoffered, atDesk: AtDesk[], parts: StaffParts): Promise<string | undefined> {
  const { settings, now } = parts;
  const widened = now().getTime() - waiting.waitingSince.getTime() > settings.waitAlarmSeconds * 1000;
  const choice = chooseConsultant(waiting, atDesk, widened);
  if (choice.kind === "nobody") return undefined;
  const until = new Date(now().getTime() + settings.offerSeconds * 1000);
  if (choice.kind === "all_declined") {
    if (!waiting.pausedUntil)
      await actOn(waiting.conversationId, parts, { event: "queue_all_declined" }, (locked) => pause(locked, until));
    return undefined;
  }
  const { accountId } = choice.to;
  const offered = await actOn(waiting.conversationId, parts, { event: "queue_offered" }, (locked) =>
    offerTo(accountId, until, locked),
  );
  return offered ? accountId : undefined;
}

/** Somebody else may have been quicker with the conversation, or with the consultant. */
async function offerTo(accountId: string, until: Date, locked: Locked): Promise<Act<boolean>> {
  const { conversation, offered, declined } = locked;
  const { memory } = conversation;
  if (conversation.speaker !== "waiting" || offered || declined.includes(accountId)) return { result: false };
  if (!(await locked.hasRoom(accountId))) return { result: false };
  return { result: true, change: { speaker: "waiting", memory, desk: { offered: { to: accountId, until } } } };
}

/** Everybody is asked anew after a while, and not at once again and again. */
async function pause({ conversation, offered }: Locked, until: Date): Promise<Act<void>> {
  const { speaker, memory } = conversation;
  if (speaker !== "waiting" || offered) return { result: undefined };
  const timers = { set: [{ kind: "offer_ends" as const, dueAt: until }] };
  return { result: undefined, change: { speaker, memory, timers } };
}
