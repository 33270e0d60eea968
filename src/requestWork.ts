import type { House } from "./channels/channel";
import type { Config } from "./config";
import type { Log } from "./conversation/log";
import { openLetters } from "./delivery/letters/mailbox";
import { openRequestNotices } from "./delivery/requestNotices";
import { openPartnerUpdates } from "./delivery/units/partnerUpdates";
import type { DeliveryNames } from "./delivery/units/parts";
import { openUnitDelivery } from "./delivery/units/unitDelivery";
import { cleanPhoto } from "./photos/cleanPhoto";
import type { Acting } from "./serviceRequests/acting";
import { requestLinks } from "./serviceRequests/links";
import type { Storage } from "./storage/storage";

type WorkParts = {
  storage: Storage;
  config: Config;
  acting: Acting;
  names(): DeliveryNames;
  secret: string;
  /** Where residents' own letters become conversations. */
  house: House;
  /** The address residents see. */
  publicUrl: string;
  log: Log;
  now(): Date;
};

/** Everything that goes on about service requests while nobody looks: units get them, residents hear of them, letters come back. */
export function openRequestWork(work: WorkParts): { wake(): void; close(): Promise<void> } {
  const { storage, config, publicUrl, house } = work;
  const { SMTP_URL: url, MAIL_FROM: from, REPLY_ADDRESS: replyAddress } = config;
  const parts = {
    ...work,
    deliveries: storage.deliveries,
    requests: storage.requests,
    links: requestLinks(publicUrl),
    staff: { mails: storage.staff.mails, onDuty: config.ON_DUTY_EMAIL },
    real: config.REAL_DELIVERY === "on",
  };
  const units = openUnitDelivery({ ...parts, smtp: { url, from, replyAddress } });
  const notices = openRequestNotices({
    ...parts,
    notices: storage.notices,
    mails: storage.staff.mails,
    replyAddress,
  });
  const workers = [
    units,
    notices,
    openPartnerUpdates(parts),
    openLetters({
      ...parts,
      url: config.IMAP_URL,
      own: [from, replyAddress].filter((address) => address !== undefined),
      cleanPhoto,
      ...(config.EMAIL_CHANNEL === "on" && {
        conversations: { house, messagesPerMinute: config.MESSAGES_PER_MINUTE },
      }),
    }),
  ];
  return {
    wake() {
      units.wake();
      notices.wake();
    },
    close: async () => void (await Promise.all(workers.map((worker) => worker.close()))),
  };
}
