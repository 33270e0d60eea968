import type { Channel } from "./channels/channel";
import { type ChannelOptions, channelsFor } from "./channels/index";
import type { Config } from "./config";
import type { Limiter } from "./conversation/bus";
import type { Log } from "./conversation/log";
import { residentMails } from "./delivery/residentMails";
import { openMailChannel } from "./mailChannel";
import type { Storage } from "./storage/storage";

type Opening = Pick<ChannelOptions, "secret" | "addresses" | "metrics"> & {
  config: Config;
  storage: Pick<Storage, "conversations" | "staff">;
  limiter: Limiter;
  /** The address residents see. */
  publicUrl(): string;
  /** Ways in and out beside those of the settings, or instead of them. */
  given: Channel[];
  log: Log;
  now(): Date;
};

/** Every channel the settings switch on; close them when nothing is brought to them any more. */
export function openChannels({ given, ...opening }: Opening): { channels: Channel[]; close(): void } {
  const { config, secret, storage, limiter, publicUrl, log, now } = opening;
  const { entriesAfter } = storage.conversations;
  const mail = openMailChannel({ config, secret, limiter, entriesAfter });
  const mails = residentMails({ mails: storage.staff.mails, real: config.REAL_DELIVERY === "on", log });
  const form = config.CONTACT_FORM === "on" ? { mails, publicUrl, now } : undefined;
  const configured = channelsFor({ ...opening, email: mail.options, form });
  const left = configured.filter(({ name }) => given.every((one) => one.name !== name));
  return { channels: [...left, ...given], close: mail.close };
}
