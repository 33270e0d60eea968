import { randomUUID } from "node:crypto";
import type { Account } from "./account";
import type { Act, DeskChange, Locked } from "./doors";
import { sayOccasion } from "./phrases/phrases";
import { backSince } from "./queue/backToQueue";
import { type NotHolding, type Taken, takeOver } from "./turnTaking";

/** Who acts; `oversees`: may also act on what others hold. */
export type Actor = Pick<Account, "id" | "name"> & { oversees: boolean };
export type Passed = { kind: "passed" } | NotHolding;
export type Offered = { kind: "declined" } | { kind: "not_offered" };

/** Where a conversation goes: to the members of a team, or first to one person and then to the open queue. */
export type Target = { team: string; name: string } | { account: string; name: string; until: Date };

/** The offer is taken up. Who took it already may say so again. */
export async function accept(locked: Locked, actor: Account): Promise<Act<Taken | { kind: "not_offered" }>> {
  const { speaker, consultantId } = locked.conversation;
  const isTheirs = speaker === "consultant" && consultantId === actor.id;
  if (!isTheirs && !isOffered(locked, actor)) return { result: { kind: "not_offered" } };
  return takeOver(locked, actor);
}

/** The offer goes on to the next one; the place in the queue stays. */
export async function decline(locked: Locked, actor: Pick<Account, "id">): Promise<Act<Offered>> {
  const { conversation, declined } = locked;
  if (!isOffered(locked, actor)) return { result: { kind: "not_offered" } };
  const desk = { offered: undefined, declined: [...declined, actor.id] };
  return { result: { kind: "declined" }, change: { speaker: "waiting", memory: conversation.memory, desk } };
}

const isOffered = ({ conversation, offered }: Locked, { id }: Pick<Account, "id">) =>
  conversation.speaker === "waiting" && offered?.to.id === id;

/** To another person or team: the resident waits for them, in front. */
export async function transfer(locked: Locked, actor: Actor, target: Target, now: Date): Promise<Act<Passed>> {
  const { conversation } = locked;
  const refused = refusedTo(locked, actor);
  if (refused) return { result: refused };
  const text = sayOccasion("transferred", conversation.memory.language, target.name);
  const entry = {
    id: randomUUID(),
    author: "system" as const,
    authorName: actor.name,
    text,
    occasion: "transferred" as const,
  };
  const waitingSince = conversation.speaker === "waiting" ? locked.waitingSince : await backSince(locked, now);
  return passed({
    speaker: "waiting",
    ...(waitingSince && { waitingSince }),
    memory: conversation.memory,
    entry,
    desk: {
      team: "team" in target ? target.team : undefined,
      offered: "account" in target ? { to: target.account, until: target.until } : undefined,
      // It must not come straight back.
      declined: conversation.consultantId === undefined ? [] : [conversation.consultantId],
    },
  });
}

/** A supervisor gives an open conversation to somebody at once, whoever has it. */
export async function assign(locked: Locked, to: Pick<Account, "id" | "name">): Promise<Act<Passed>> {
  const { conversation } = locked;
  const { speaker, consultantId, memory } = conversation;
  if (speaker === "closed") return { result: { kind: "closed" } };
  if (speaker === "consultant" && consultantId === to.id) return { result: { kind: "passed" } };
  const text = sayOccasion("consultant_joined", memory.language, to.name);
  const entry = {
    id: randomUUID(),
    author: "system" as const,
    authorName: to.name,
    text,
    occasion: "consultant_joined" as const,
  };
  return passed({ speaker: "consultant", consultantId: to.id, memory, entry });
}

/** The holder puts the conversation aside until then, or wants it back at once. */
export async function snooze(
  locked: Locked,
  actor: Pick<Account, "id">,
  until: Date | undefined,
): Promise<Act<Passed>> {
  const { conversation } = locked;
  const refused = refusedTo(locked, { ...actor, oversees: false });
  if (refused) return { result: refused };
  const { memory } = conversation;
  return passed({ speaker: "consultant", consultantId: actor.id, memory, desk: { snoozedUntil: until } });
}

function refusedTo({ conversation, holder }: Locked, actor: Pick<Actor, "id" | "oversees">): NotHolding | undefined {
  if (conversation.speaker === "closed") return { kind: "closed" };
  if (actor.oversees || (conversation.speaker === "consultant" && conversation.consultantId === actor.id))
    return undefined;
  return holder ? { kind: "not_yours", by: holder.name } : { kind: "not_yours" };
}

const passed = (change: DeskChange): Act<Passed> => ({ result: { kind: "passed" }, change });
