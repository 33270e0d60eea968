import type { Channel } from "../channels/channel";
import type { Bus, Limiter } from "../conversation/bus";
import type { Log } from "../conversation/log";
import type { Outbox } from "./doors";

export type TypingParts = {
  channels: Channel[];
  outbox: Pick<Outbox, "addressOf">;
  bus: Pick<Bus, "subscribe">;
  limiter: Limiter;
  log: Log;
};

/** Platforms show it for five seconds and more. */
const SHOWN_SECONDS = 5;

/** Shows on the resident's platform that a consultant writes, once in a while over all processes; answers how to end it. */
export function openTyping(parts: TypingParts): () => void {
  return parts.bus.subscribe("typing", (note) => {
    const at = note.lastIndexOf(":");
    const failed = (error: unknown) => parts.log.info("typing_not_shown", { error: String(error) });
    if (note.slice(at + 1) === "consultant") void show(note.slice(0, at), parts).catch(failed);
  });
}

async function show(conversationId: string, { channels, outbox, limiter }: TypingParts): Promise<void> {
  const { allowed } = await limiter.take(`typing:${conversationId}`, 1, SHOWN_SECONDS);
  const to = allowed ? await outbox.addressOf(conversationId) : undefined;
  if (to) await channels.find(({ name }) => name === to.channel)?.showTyping?.(to.address);
}
