import type { House } from "../../channels/channel";
import type { Log } from "../../conversation/log";
import type { Acting } from "../../serviceRequests/acting";
import type { ServiceRequestStore, UnitDeliveries } from "../../serviceRequests/doors";
import type { RequestLinks } from "../../serviceRequests/links";
import type { StaffMail } from "../units/parts";

export type LetterParts = {
  deliveries: Pick<UnitDeliveries, "find" | "seen" | "bounced">;
  requests: Pick<ServiceRequestStore, "find" | "saveFile">;
  acting: Acting;
  /** Makes a picture safe to keep, or says why it is not taken. */
  cleanPhoto(bytes: Buffer): Promise<{ bytes: Buffer; contentType: string } | { refused: string }>;
  links: RequestLinks;
  /** What signed the addresses that were given out. */
  secret: string;
  /** Addresses we write from; a letter from one of them is our own. */
  own: string[];
  staff: StaffMail;
  /** Residents may write to the mailbox of their own accord; without it only answers to what we sent are taken. */
  conversations?: { house: House; messagesPerMinute: number } | undefined;
  log: Log;
  now(): Date;
};
