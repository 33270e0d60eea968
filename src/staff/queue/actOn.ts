import type { Act, Locked } from "../doors";
import type { StaffParts } from "../parts";
import { HERE_MS } from "../presence";

type Doing = { event: string; by?: string };

/** One act on a conversation; when it changes something it is logged by ids, and lists and open pages are told. */
export async function actOn<Result>(
  conversationId: string,
  { store, bus, log, now }: Pick<StaffParts, "store" | "bus" | "log" | "now">,
  { event, by }: Doing,
  decide: (locked: Locked) => Promise<Act<Result>>,
): Promise<Result | undefined> {
  const at = now();
  let changed = false;
  const noting = async (locked: Locked) => {
    const acted = await decide(locked);
    changed = acted.change !== undefined;
    return acted;
  };
  const result = await store.desk.act(conversationId, new Date(at.getTime() - HERE_MS), noting, at);
  if (!changed) return result;
  log.info(event, { conversation: conversationId, ...(by !== undefined && { by }) });
  await bus.publish("changed", conversationId);
  await bus.publish("queue", "");
  return result;
}
