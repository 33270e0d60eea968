import type { Channel, Delivery } from "../channels/channel";
import type { Limiter } from "../conversation/bus";

/** Waits until the platform's own limits let one more message to this resident through; counted over all processes. */
export type Pace = (channel: Channel, delivery: Delivery) => Promise<void>;

/** Messages spread a little on their way: so much of what is allowed is used, so that none comes too many. */
const SHARE = 0.9;
const LOOK_AGAIN_MS = 5;
const LOOK_SELDOM_MS = 250;

/**
 * One message goes after the other, each so long after the one before that no second holds more than allowed, wherever
 * it begins. In a process they stand in line, and only the first of it asks.
 */
export function openPace(limiter: Limiter): Pace {
  const lines = new Map<string, Promise<void>>();
  const inLine = (name: string, wait: () => Promise<void>): Promise<void> => {
    const mine = (lines.get(name) ?? Promise.resolve()).then(wait);
    lines.set(
      name,
      mine.catch(() => {}),
    );
    return mine;
  };
  return async (channel, { address, entry }) => {
    const { perSecond, perRecipient } = channel.capabilities(address).pace;
    const name = `out:${channel.name}`;
    if (perRecipient) {
      const { most, seconds } = perRecipient;
      const lookAgainMs = Math.min(LOOK_SELDOM_MS, (seconds * 1000) / 20);
      await untilAllowed(() => limiter.take(`${name}:${entry.conversationId}`, most, seconds), lookAgainMs);
    }
    const apart = Math.ceil(1000 / (perSecond * SHARE)) / 1000;
    await inLine(name, () => untilAllowed(() => limiter.take(name, 1, apart), LOOK_AGAIN_MS));
  };
}

async function untilAllowed(take: () => ReturnType<Limiter["take"]>, lookAgainMs: number): Promise<void> {
  while (!(await take()).allowed) await new Promise((later) => setTimeout(later, lookAgainMs));
}
