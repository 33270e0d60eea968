import type { Log } from "../conversation/log";
import type { NewMails } from "./doors";

type Parts = { mails: NewMails; real: boolean; log: Log };

/** Mails residents ask for on public pages; as with all news, none leaves a set-up that is not the real one. */
export function residentMails({ mails, real, log }: Parts): NewMails {
  return real ? mails : { add: async () => log.info("resident_mail_withheld", { why: "not_real" }) };
}
