import { z } from "zod";
import type { Capabilities } from "../capabilities";
import type { Channel, Delivery, Part } from "../channel";
import { answerMail } from "./texts";

const NAME = "form";

export type ContactFormOptions = {
  /** Takes mails to send, once per `sameAs`. */
  mails: { add(mail: { sameAs: string; to: string; subject: string; text: string }, at: Date): Promise<void> };
  /** The address residents see. */
  publicUrl(): string;
  now(): Date;
};

const Address = z.object({ email: z.string(), path: z.string() });
const Mail = z.object({ sameAs: z.string(), to: z.string(), subject: z.string(), text: z.string() });

const formCapabilities: Capabilities = {
  textLength: 4_000,
  marks: "none",
  buttons: { most: 50, titleLength: 200 },
  typing: false,
  receipts: "sent",
  files: { mostMegabytes: 25 },
  pace: { perSecond: 30 },
  sentOnce: true,
};

/** The contact form's conversations: read on a page of their own; who left an address is told by mail that there is an answer. None where it is off. */
export function contactForm(options: ContactFormOptions | undefined): Channel | undefined {
  if (!options) return undefined;
  const { mails, publicUrl, now } = options;
  return {
    name: NAME,
    capabilities: () => formCapabilities,
    register: () => async () => {},
    render: (delivery) => mailsOf(delivery, publicUrl()),
    async send(part) {
      const mail = Mail.parse(part);
      await mails.add(mail, now());
      return undefined;
    },
  };
}

const HOUR_MS = 3_600_000;

/**
 * One mail for each time the resident wrote, because its link shows all that was said since; of the bot's answers at
 * most one an hour, so that nobody fills somebody else's mailbox by writing.
 */
function mailsOf({ address, entry, language, heardAt }: Delivery, publicUrl: string): Part[] {
  const { data } = Address.safeParse(address);
  const isAnswer = entry.author === "bot" || entry.author === "consultant";
  // The greeting stands on the page the form leads to.
  if (!data || !isAnswer || entry.seq === 1) return [];
  const link = `${publicUrl.replace(/\/$/, "")}${data.path}`;
  const heard = heardAt?.getTime() ?? entry.seq;
  const since = entry.author === "bot" ? Math.floor(heard / HOUR_MS) : heard;
  const sameAs = `form:${entry.conversationId}:${entry.author}:${since}`;
  return [{ sameAs, to: data.email, ...answerMail(language, link) }];
}
