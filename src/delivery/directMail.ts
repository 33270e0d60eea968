import { DeliveryFailure } from "../channels/channel";
import type { OutgoingMail } from "../channels/email/mail";
import { failureOf, transportTo } from "./smtp";

type DirectMailParts = { url: string; from: string; patienceMs?: number };

/** Letters of conversations, sent while the outbox waits for what becomes of them. */
type DirectMail = { send(mail: OutgoingMail): Promise<void>; verify(): Promise<void>; close(): void };

const PATIENCE_MS = 15_000;
/** A server that turns us away for the moment is left alone by the whole channel for so long. */
const REST_SECONDS = 20;

export function openDirectMail({ url, from, patienceMs = PATIENCE_MS }: DirectMailParts): DirectMail {
  const transport = transportTo(url, from, patienceMs);
  return {
    async send(mail) {
      const { to, subject, text, html, messageId, inReplyTo, references, replyTo, files } = mail;
      try {
        await transport.sendMail({
          to: { name: "", address: to },
          replyTo: { name: "", address: replyTo },
          // What cannot be delivered comes back to where answers are read, with our Message-ID where the server can.
          envelope: { from: replyTo, to: [to], dsn: { ...askedOf(messageId), recipient: to } },
          subject,
          text,
          html,
          messageId,
          inReplyTo,
          references,
          attachments: files.map(({ name, contentType, bytes }) => ({ filename: name, contentType, content: bytes })),
          headers: mail.isAutomatic ? { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" } : {},
        });
      } catch (error) {
        throw deliveryFailureOf(error);
      }
    },
    verify: async () => void (await transport.verify()),
    close: () => transport.close(),
  };
}

const askedOf = (messageId: string) => ({ id: messageId, return: "headers", notify: ["failure", "delay"] });

/** The server's own words may hold the address, so only its codes are told. */
function deliveryFailureOf(error: unknown): DeliveryFailure {
  const { code, answer, reason, isFinal } = failureOf(error);
  const [status = ""] = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(reason) ?? [];
  const told = [answer, status].filter(Boolean).join(" ");
  if (answer === 421) return new DeliveryFailure("slow_down", `the mail server wants a rest (${told})`, REST_SECONDS);
  if (!isFinal) return new DeliveryFailure("retry", `the mail was not taken (${told || code || "no connection"})`);
  // 5.7: their server, or they themselves, do not let us through.
  if (code === "EENVELOPE" && status.startsWith("5.7.")) return new DeliveryFailure("blocked", `refused (${told})`);
  const what = code === "EENVELOPE" ? "the address takes no mail" : "the server refused the mail";
  return new DeliveryFailure("give_up", `${what} (${told})`);
}
