/**
 * A process that reads a mailbox and answers each letter once with its words, until it is killed. Its clock is so many
 * seconds ahead, so that what a killed process had in its hands is due.
 */
import type { House } from "../../src/channels/channel";
import { email } from "../../src/channels/email/email";
import { openDelivery } from "../../src/delivery/deliver";
import { openDirectMail } from "../../src/delivery/directMail";
import { openLetters } from "../../src/delivery/letters/mailbox";
import { openInbox } from "../../src/inbox/inbox";
import { replyToken, requestLinks } from "../../src/serviceRequests/links";
import { openMemoryBus } from "../../src/storage/memoryBus";
import { openStorage } from "../../src/storage/storage";
import { outcomeOf } from "./outcome";

const [databaseUrl = "", dataFolder = "", given = "{}", ahead = "0"] = process.argv.slice(2);
const complain = (what: unknown) =>
  process.stderr.write(`${what instanceof Error ? what.stack : JSON.stringify(what)}\n`);
const log = { info() {}, warn() {}, error: (event: string, fields: object = {}) => complain({ event, ...fields }) };
const now = () => new Date(Date.now() + Number(ahead) * 1000);
const secret = "0123456789abcdef0123456789abcdef";
/** Limits are counted, but nobody waits for them. */
const HURRY = 50;

async function main(): Promise<void> {
  const { IMAP_URL: url, SMTP_URL, MAIL_FROM: from, REPLY_ADDRESS: replyAddress } = JSON.parse(given);
  const bus = openMemoryBus({ now: () => Date.now() * HURRY });
  let wakeDelivery = (): void => {};
  const formatNumber = (year: number, count: number) => `${year}-${count}`;
  const onNews = () => wakeDelivery();
  const storage = await openStorage({ databaseUrl, dataFolder, log, formatNumber, onNews, now });
  const { outbox, conversations, files, receipts, answeredElsewhere } = storage;
  const mail = openDirectMail({ url: SMTP_URL, from });
  const channel = email({
    from,
    replyAddress,
    replyToken: (conversationId) => replyToken({ kind: "conversation", conversationId }, secret),
    entriesAfter: conversations.entriesAfter,
    limiter: bus,
    sendMail: mail.send,
    doors: { verifySmtp: mail.verify, verifyImap: async () => {} },
  });
  if (!channel) throw new Error("the mail channel is there");
  const answer: Parameters<typeof openInbox>[0]["handleTurn"] = (turn) =>
    outcomeOf([{ text: `answer to ${turn.message.text}` }], turn.conversation.memory);
  const inbox = openInbox({
    turns: storage.turns,
    handleTurn: answer,
    giveUp: answer,
    mentioned: () => [],
    desk: () => ({ open: false, present: 0, free: 0 }),
    log,
    now,
    atOnce: 4,
  });
  const patience = { everyMs: 50, retrySeconds: () => 0.05 };
  const delivery = openDelivery({ outbox, channels: [channel], limiter: bus, files, log, now, ...patience });
  wakeDelivery = delivery.wake;
  const house: House = {
    ...{ conversations, files, receipts, answeredElsewhere, bus, limiter: bus, log, now },
    receive: async () => {},
    accept: inbox.accept,
    leave: async () => {},
    greeting: () => ({ text: "Dzień dobry" }),
  };
  openLetters({
    deliveries: storage.deliveries,
    requests: storage.requests,
    acting: () => Promise.reject(new Error("no service request is acted on here")),
    cleanPhoto: () => Promise.reject(new Error("no photo of a service request comes here")),
    links: requestLinks("https://hejnal.example"),
    secret,
    own: [from, replyAddress],
    staff: { mails: storage.staff.mails, onDuty: undefined },
    conversations: { house, messagesPerMinute: 10_000 },
    log,
    now,
    url,
    everyMs: 500,
  });
  process.stdout.write("ready\n");
}

main().catch((error) => {
  complain(error);
  process.exit(1);
});
