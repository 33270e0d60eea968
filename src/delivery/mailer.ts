import type { Transporter } from "nodemailer";
import type { Log } from "../conversation/log";
import type { Mail, Mails } from "./doors";
import { failureOf, transportTo } from "./smtp";
import { openWorker } from "./worker";

export type MailerParts = {
  mails: Mails;
  /** `smtp://` or `smtps://`; without one nothing is sent and mails wait. */
  url?: string | undefined;
  from?: string | undefined;
  log: Log;
  now(): Date;
  /** How often to look for due mails, and how long one step of the server's answer may take. */
  everyMs?: number;
  patienceMs?: number;
};

const EVERY_MS = 5_000;
const PATIENCE_MS = 15_000;
const AT_ONCE = 5;
/** Longer than any sending can take: connection, greeting and each answer have their own time limits. */
const LEASE_SECONDS = 300;
const MOST_ATTEMPTS = 10;
/** Minutes before the next try: 1, 5, then half an hour each. */
const PAUSES = [1, 5];
const LATER_PAUSE = 30;

/** Sends what is due over SMTP; several processes at once send each mail once. */
export function openMailer(parts: MailerParts): { wake(): void; close(): Promise<void> } {
  const { url, from, everyMs = EVERY_MS } = parts;
  if (!url || !from) return { wake: () => {}, close: async () => {} };
  const transport = transportTo(url, from, parts.patienceMs ?? PATIENCE_MS);
  const worker = openWorker({
    async round() {
      const due = await parts.mails.take(parts.now(), AT_ONCE, LEASE_SECONDS);
      await Promise.all(due.map((mail) => send(mail, transport, parts)));
      return due.length > 0;
    },
    everyMs,
    log: parts.log,
    failed: "mailing_failed",
  });
  return {
    wake: worker.wake,
    async close() {
      await worker.close();
      transport.close();
    },
  };
}

async function send(mail: Mail, transport: Transporter, { mails, log, now, from = "" }: MailerParts): Promise<void> {
  try {
    await transport.sendMail({
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: mail.text,
      ...(mail.replyTo !== undefined && { replyTo: { name: "", address: mail.replyTo } }),
      // The same at every try, so that a mail sent in the moment a process died is known again.
      messageId: `<${mail.id}@${from.split("@")[1] ?? "hejnal"}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    await mails.done(mail.id, now());
    log.info("mail_sent", { mail: mail.id, attempt: mail.attempt });
  } catch (error) {
    const failure = failureOf(error);
    // The server's own words may hold the address, so only its code is logged.
    const said = { mail: mail.id, attempt: mail.attempt, code: failure.code, answer: failure.answer };
    const isLast = failure.isFinal || mail.attempt >= MOST_ATTEMPTS;
    const minutes = PAUSES[mail.attempt - 1] ?? LATER_PAUSE;
    const retryAt = isLast ? undefined : new Date(now().getTime() + minutes * 60_000);
    await mails.failed(mail.id, failure.reason, retryAt);
    if (isLast) log.error("mail_given_up", said);
    else log.warn("mail_refused", said);
  }
}
