import type { EmailOptions } from "./channels/email/email";
import type { Config } from "./config";
import type { Limiter } from "./conversation/bus";
import { openDirectMail } from "./delivery/directMail";
import { verifyMailbox } from "./delivery/letters/mailbox";
import { replyToken } from "./serviceRequests/links";

type Parts = { config: Config; secret: string; limiter: Limiter; entriesAfter: EmailOptions["entriesAfter"] };

/** What the mail channel is given, and how to close its line to the mail server; without options where it is off. */
export function openMailChannel({ config, secret, limiter, entriesAfter }: Parts): {
  options: EmailOptions | undefined;
  close(): void;
} {
  const { SMTP_URL: url, MAIL_FROM: from, REPLY_ADDRESS: replyAddress, IMAP_URL: imapUrl } = config;
  if (config.EMAIL_CHANNEL === "off" || !url || !from || !replyAddress || !imapUrl)
    return { options: undefined, close() {} };
  const mail = openDirectMail({ url, from });
  const options = {
    from,
    replyAddress,
    replyToken: (conversationId: string) => replyToken({ kind: "conversation", conversationId }, secret),
    entriesAfter,
    limiter,
    sendMail: mail.send,
    doors: { verifySmtp: mail.verify, verifyImap: () => verifyMailbox(imapUrl) },
  };
  return { options, close: mail.close };
}
