import { createHash } from "node:crypto";
import type { Transporter } from "nodemailer";
import { replyAddressOf, replyToken } from "../../serviceRequests/links";
import { failureOf } from "../smtp";
import type { Matter, Outcome, Recipient, UnitDeliveryParts } from "./parts";
import { unitLetter } from "./unitLetter";

type Parts = Pick<UnitDeliveryParts, "secret" | "smtp"> & { transport: Transporter | undefined };

/** Mails a matter to one address of the unit; the answer comes back to an address with a signed token. */
export function byEmail(to: string, parts: Parts): Recipient {
  return { key: `email:${to}`, server: "smtp", bring: (matter) => send(matter, to, parts) };
}

async function send(matter: Matter, to: string, { transport, secret, smtp }: Parts): Promise<Outcome> {
  if (!transport || !smtp.from) return { kind: "failed", reason: "SMTP_URL is not set", isDown: true };
  const answers = { kind: "unit" as const, delivery: matter.delivery.id };
  const replyTo = smtp.replyAddress === undefined ? undefined : replyAddressOf(smtp.replyAddress, answers, secret);
  try {
    await transport.sendMail({
      ...unitLetter(matter, replyTo !== undefined),
      to: { name: "", address: to },
      // What cannot be delivered comes back to where answers are read.
      ...(replyTo && { replyTo: { name: "", address: replyTo }, envelope: { from: replyTo, to: [to] } }),
      messageId: messageIdOf(matter, to, { secret, from: smtp.from }),
      attachments: matter.photos.map(({ name, contentType, bytes }) => ({
        filename: name,
        contentType,
        content: bytes,
      })),
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Idempotency-Key": `${matter.delivery.id}:${digest(to)}`,
      },
    });
    return { kind: "brought" };
  } catch (error) {
    const { reason, isFinal, isDown } = failureOf(error);
    return { kind: "failed", reason, isFinal, isDown };
  }
}

/** The same at every try, so that a mail sent in the moment a process died is known again; holds the reply token. */
function messageIdOf({ delivery }: Matter, to: string, { secret, from }: { secret: string; from: string }): string {
  const token = replyToken({ kind: "unit", delivery: delivery.id }, secret);
  return `<${token}.${digest(to)}@${from.split("@")[1] ?? "hejnal"}>`;
}

const digest = (text: string) => createHash("sha256").update(text.toLowerCase()).digest("hex").slice(0, 12);
