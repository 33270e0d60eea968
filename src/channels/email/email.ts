import { createHash } from "node:crypto";
import type { Limiter } from "../../conversation/bus";
import type { Capabilities } from "../capabilities";
import { type Channel, type Delivery, DeliveryFailure, type House } from "../channel";
import { type Doors, findings } from "./findings";
import { Letter, letterOf, messageIdOf, wordsOf } from "./letterOf";
import type { OutgoingMail } from "./mail";
import { isOneTooMany } from "./oneAnHour";
import { answerSubject } from "./subject";
import { mailTexts } from "./texts";
import { EMAIL, MailAddress } from "./thread";

export type EmailOptions = {
  from: string;
  /** Where answers are read; a conversation's token is added after a plus. */
  replyAddress: string;
  /** The signed token of a conversation. */
  replyToken(conversationId: string): string;
  entriesAfter: House["conversations"]["entriesAfter"];
  limiter: Limiter;
  /** Hands a letter to the mail server; throws `DeliveryFailure`. */
  sendMail(mail: OutgoingMail): Promise<void>;
  /** The mailbox and the mail server, for whoever checks the configuration. */
  doors: Doors;
};

const capabilities: Capabilities = {
  textLength: 100_000,
  marks: "none",
  typing: false,
  receipts: "sent",
  files: { mostMegabytes: 15 },
  pace: { perSecond: 25 },
  // The Message-ID is the same at every try, but servers bring a letter twice all the same.
  sentOnce: false,
};

/** An automaton that begins a new thread with every letter is answered so often an hour, and no more. */
const MOST_ANSWERS_AN_HOUR = 4;
/** Enough of a conversation to see what was answered in the last hour. */
const LOOKED_BACK = 200;

/** Letters as conversations: in by the mailbox (`takeMail.ts`), out by the city's mail server; none where it is off. */
export function email(options: EmailOptions | undefined): Channel | undefined {
  if (!options) return undefined;
  return {
    name: EMAIL,
    capabilities: () => capabilities,
    register: () => async () => {},
    render: (delivery) => letterOf(delivery, capabilities),
    async send(part, { delivery, key }, { files }) {
      const letter = Letter.parse(part);
      const before = await heardBefore(delivery, options);
      if (delivery.entry.author === "bot") await keepFromLoops(delivery, before, options);
      const mail = await mailOf({ letter, delivery, key, before }, options, files);
      await options.sendMail(mail);
      return mail.messageId;
    },
    check: () => findings(options),
  };
}

type Going = { letter: Letter; delivery: Delivery; key: string; before: Awaited<ReturnType<typeof heardBefore>> };

async function mailOf(
  { letter, delivery, key, before }: Going,
  { from, replyAddress, replyToken }: EmailOptions,
  files: House["files"],
): Promise<OutgoingMail> {
  const { entry, language } = delivery;
  const { to, subject, messageId, references } = MailAddress.parse(delivery.address);
  const token = replyToken(entry.conversationId);
  return {
    ...wordsOf(letter, delivery, before),
    messageId: messageIdOf(token, key, from),
    to,
    replyTo: replyAddress.replace("@", `+${token}@`),
    subject: answerSubject(subject, mailTexts(language).noSubject),
    inReplyTo: messageId,
    references: [...references, messageId],
    isAutomatic: entry.author !== "consultant",
    files: await loaded(letter, entry.conversationId, files),
  };
}

async function loaded({ files: wanted }: Letter, conversationId: string, files: House["files"]) {
  const found = await Promise.all(wanted.map(({ id }) => files.load(conversationId, id)));
  return found.flatMap((file) =>
    file ? [{ name: file.attachment.name, contentType: file.attachment.contentType, bytes: file.bytes }] : [],
  );
}

async function heardBefore({ entry: { conversationId, seq } }: Delivery, { entriesAfter }: EmailOptions) {
  const entries = await entriesAfter(conversationId, Math.max(0, seq - LOOKED_BACK), LOOKED_BACK);
  return entries.filter((entry) => entry.seq < seq);
}

/** The last line of defence against two automata that answer each other; the turn keeps to the same rule before. */
async function keepFromLoops(delivery: Delivery, before: Going["before"], { limiter }: EmailOptions): Promise<void> {
  const { entry, attempt, address } = delivery;
  if (isOneTooMany([...before, entry], entry)) throw new DeliveryFailure("give_up", "one automatic reply an hour");
  // Counted at the first try only: a server that is down must not use up what may be said.
  if (attempt > 1) return;
  const { to } = MailAddress.parse(address);
  const who = createHash("sha256").update(to.toLowerCase()).digest("base64url");
  const { allowed } = await limiter.take(`${EMAIL}:answers:${who}`, MOST_ANSWERS_AN_HOUR, 3600);
  if (!allowed) throw new DeliveryFailure("give_up", "too many automatic replies to one address");
}
