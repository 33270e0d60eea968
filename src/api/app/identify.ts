import { createHash } from "node:crypto";
import type { Request } from "restify";
import type { AppParts, Device } from "./parts";
import { Trouble } from "./trouble";

/** Of one device; a chat that is looked at and a report with photos need far less. */
const CALLS_PER_MINUTE = 240;
const DEVICES_PER_MINUTE = 20;
const WRONG_PER_MINUTE = 30;

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** The app whose key a call carries, to register a device; refuses without one, and from one address too many at once. */
export async function appOf(request: Request, parts: AppParts): Promise<string> {
  const { house, clientAddress, apiKeys } = parts;
  await within(`app:devices:${clientAddress(request)}`, DEVICES_PER_MINUTE, parts);
  // Only hashes are compared: how long it takes tells nothing about any key.
  const key = await apiKeys.findByHash(hashOf(request.header("x-api-key") ?? ""), house.now());
  if (!key) throw new Trouble("key", (texts) => texts.key);
  await within(`app:key:${key.id}`, key.perMinute, parts);
  return key.id;
}

/** The device whose token a call carries. */
export async function deviceOf(request: Request, parts: AppParts): Promise<Device> {
  const { house, clientAddress, devices } = parts;
  const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(request.header("authorization") ?? "") ?? [];
  const device = token === undefined ? undefined : await devices.findByTokenHash(hashOf(token), house.now());
  if (!device) {
    await within(`app:wrong:${clientAddress(request)}`, WRONG_PER_MINUTE, parts);
    throw new Trouble("device", (texts) => texts.device, [], { "WWW-Authenticate": "Bearer" });
  }
  await within(`app:device:${device.id}`, CALLS_PER_MINUTE, parts);
  return device;
}

async function within(key: string, most: number, { house }: AppParts): Promise<void> {
  const { allowed, retryAfterSeconds } = await house.limiter.take(key, most, 60);
  const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
  if (!allowed) throw new Trouble("often", (texts) => texts.often(seconds), [], { "Retry-After": String(seconds) });
}
