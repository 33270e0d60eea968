import type { Channel, Delivery } from "../channels/channel";
import type { Limiter } from "../conversation/bus";

/** A second is counted in so many pieces, so that no second holds more than allowed, wherever it begins. */
const PIECES = 10;

/** Waits until the platform's own limits let one more message to this resident through; counted over all processes. */
export async function inPace(channel: Channel, { address, entry }: Delivery, limiter: Limiter): Promise<void> {
  const { perSecond, perRecipient } = channel.capabilities(address).pace;
  const name = `out:${channel.name}`;
  if (perRecipient)
    await untilAllowed(() => limiter.take(`${name}:${entry.conversationId}`, perRecipient.most, perRecipient.seconds));
  // Of eleven pieces a second may touch none brings more than its share.
  const most = Math.max(1, Math.floor(perSecond / (PIECES + 1)));
  await untilAllowed(() => limiter.take(name, most, most === 1 ? 1.1 / perSecond : 1 / PIECES));
}

const LOOK_AGAIN_MS = 20;

async function untilAllowed(take: () => ReturnType<Limiter["take"]>): Promise<void> {
  while (!(await take()).allowed) await new Promise((later) => setTimeout(later, LOOK_AGAIN_MS));
}
