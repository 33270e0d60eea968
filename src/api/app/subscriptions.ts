import type { z } from "zod";
import type { AppParts, Device } from "./parts";
import type { Subscribed, Subscriptions } from "./schemas";
import { conversationOf } from "./talk";
import { Trouble } from "./trouble";

/** Somebody else's service requests whose news come into the device's conversation. */
export async function subscriptionsOf(device: Device, parts: AppParts): Promise<z.infer<typeof Subscriptions>> {
  const followed = await parts.devices.followed(await conversationOf(device, parts));
  return {
    subscriptions: followed.map(({ id, since }) => ({ service_request_id: id, since: since.toISOString() })),
  };
}

/** Only what everybody may see can be followed by whoever asks. */
export async function subscribe(device: Device, id: string, parts: AppParts): Promise<z.infer<typeof Subscribed>> {
  const request = await parts.requests.find(id);
  if (!request?.public) throw new Trouble("not_found", (texts) => texts.noReport);
  const conversationId = await conversationOf(device, parts);
  const followed = { by: { conversationId }, language: device.language };
  const { already } = await parts.requests.follow(request.id, followed, parts.house.now());
  return { service_request_id: request.id, already };
}

/** No more news of it; that of one not followed changes nothing. */
export async function unsubscribe(device: Device, id: string, parts: AppParts): Promise<void> {
  const followed = await parts.devices.followed(await conversationOf(device, parts));
  const found = followed.find((one) => one.id === id);
  if (found) await parts.requests.unfollow(found.key, parts.house.now());
}
