import { ImapFlow } from "imapflow";
import { openImapServer } from "../../../rooms/delivery/imapServer";
import type { Arrived, Fake, Posted } from "../fake";
import { letterBy } from "./letters";
import { type Came, openSmtpPlatform } from "./smtpPlatform";

export const REPLY_ADDRESS = "kontakt@krakow.example";
export const MAIL_FROM = "hejnal@krakow.example";

export type EmailFake = Fake & {
  /** The address of somebody the tests call by name. */
  addressOf(person: string): string;
  /** Puts a letter into the mailbox. */
  append(letter: Buffer): Promise<void>;
  /** Letters that came, as they were. */
  came: Came[];
  /** How many letters lie in a folder, the mailbox itself being "". */
  count(folder: string): Promise<number>;
};

/** Mail for real: a Dovecot whose mailbox letters are put into by IMAP, and an SMTP server that takes ours. */
export async function openEmailFake(): Promise<EmailFake> {
  const imap = await openImapServer();
  const smtp = await openSmtpPlatform();
  const { hostname, port } = new URL(imap.url);
  const auth = { user: "hejnal", pass: "a secret" };
  const client = new ImapFlow({ host: hostname, port: Number(port), secure: false, auth, logger: false });
  await client.connect();
  const fake: EmailFake = {
    channel: "email",
    settings: {
      EMAIL_CHANNEL: "on",
      IMAP_URL: imap.url,
      SMTP_URL: smtp.url,
      MAIL_FROM,
      REPLY_ADDRESS,
    },
    kinds: new Set(["text", "image", "file"]),
    async post(_base, batch) {
      for (const posted of batch) await fake.append(written(posted, fake));
      return 200;
    },
    arrived: () => smtp.came.map(arrivedOf),
    typed: () => 0,
    failNext: smtp.failNext,
    failShare: smtp.failShare,
    failures: {
      tooFast: { status: 421, json: "4.7.0 too many letters at once" },
      down: "cut",
      expired: { status: 530, json: "5.7.0 authentication required" },
      never: { status: 550, json: "5.1.1 no such user" },
      blocked: { status: 550, json: "5.7.1 we do not want your letters" },
    },
    addressOf: (person) => `${person.toLowerCase().replace(/[^a-z0-9]+/g, "-")}@mieszkanka.example`,
    append: async (letter) => void (await client.append("INBOX", letter)),
    came: smtp.came,
    count: imap.count,
    async close() {
      client.close();
      await smtp.close();
      await imap.close();
    },
  };
  return fake;
}

/** Whoever was answered answers to that, as mail programs do it; a letter before that begins a thread. */
function written(posted: Posted, { addressOf, came }: EmailFake): Buffer {
  const from = addressOf(posted.person);
  const last = came.findLast(({ to }) => to === from);
  const text = posted.kind === "text" || "bytes" in posted ? (posted.text ?? "") : "";
  return letterBy({
    from,
    to: last?.from ?? REPLY_ADDRESS,
    id: `${posted.id}@mieszkanka.example`,
    text,
    subject: last ? (last.mail.subject ?? "") : "",
    ...(last && { headers: [`In-Reply-To: ${last.mail.messageId}`, `References: ${last.mail.messageId}`] }),
    ...("bytes" in posted && { files: [{ name: posted.name, bytes: posted.bytes }] }),
  });
}

function arrivedOf({ to, at, mail }: Came): Arrived {
  const [file] = mail.attachments;
  return {
    person: to.split("@")[0] ?? "",
    id: mail.messageId ?? "",
    at,
    text: mail.text ?? "",
    buttons: [],
    ...(file && { file: { name: file.filename ?? "", bytes: file.content } }),
  };
}
