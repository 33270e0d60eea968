import { type EmailOptions, email } from "../../../../src/channels/email/email";
import { openDirectMail } from "../../../../src/delivery/directMail";
import { openLetters, verifyMailbox } from "../../../../src/delivery/letters/mailbox";
import type { LetterParts } from "../../../../src/delivery/letters/parts";
import { openOnce } from "../../../../src/delivery/letters/takeOnce";
import { replyToken, requestLinks } from "../../../../src/serviceRequests/links";
import { openMemoryBus } from "../../../../src/storage/memoryBus";
import { type Behaviour, embeddedHouse } from "../realHouse";
import { type EmailFake, MAIL_FROM, REPLY_ADDRESS } from "./fake";

const SECRET = "0123456789abcdef0123456789abcdef";

/** A house with the mail channel between a real mailbox and a real mail server. */
export async function openMailHouse(fake: EmailFake, behaviour: Behaviour = {}) {
  const { SMTP_URL: smtpUrl = "", IMAP_URL: imapUrl = "" } = fake.settings;
  const mail = openDirectMail({ url: smtpUrl, from: MAIL_FROM, patienceMs: 2_000 });
  const { now = () => new Date() } = behaviour;
  const options: EmailOptions = {
    from: MAIL_FROM,
    replyAddress: REPLY_ADDRESS,
    replyToken: (conversationId) => replyToken({ kind: "conversation", conversationId }, SECRET),
    entriesAfter: (...asked) => house.conversations.entriesAfter(...asked),
    limiter: openMemoryBus({ now: () => now().getTime() }),
    sendMail: mail.send,
    doors: { verifySmtp: mail.verify, verifyImap: () => verifyMailbox(imapUrl, 2_000) },
  };
  const channel = email(options);
  const house = await embeddedHouse({ ...behaviour, channels: channel ? [channel] : [] });
  const quiet = { info() {}, warn() {}, error() {} };
  const parts: LetterParts = {
    deliveries: house.storage.deliveries,
    requests: house.storage.requests,
    acting: () => Promise.reject(new Error("no service request is acted on here")),
    cleanPhoto: () => Promise.reject(new Error("no photo of a service request comes here")),
    links: requestLinks("https://hejnal.example"),
    secret: SECRET,
    own: [MAIL_FROM, REPLY_ADDRESS],
    staff: { mails: house.storage.staff.mails, onDuty: "dyzur@krakow.example" },
    conversations: { house, messagesPerMinute: 1_000 },
    log: quiet,
    now,
  };
  const read = () => openLetters({ ...parts, url: imapUrl, everyMs: 60_000 });
  const letters = read();
  return {
    house,
    channel,
    /** Looks into the mailbox at once; the server tells of a letter half a second later. */
    wake: letters.wake,
    /** Another process reads the same mailbox. */
    readToo: read,
    /** Takes a letter as a process does that is stopped before it moves it. */
    take: (source: Buffer) => openOnce(parts)(source),
    /** The same, with other parts. */
    taking: (other: Partial<LetterParts>) => openOnce({ ...parts, ...other }),
    async close() {
      await letters.close();
      await house.close();
      mail.close();
    },
  };
}
