import { ImapFlow } from "imapflow";
import { openWorker } from "../worker";
import type { LetterParts } from "./parts";
import { openOnce } from "./takeOnce";

export type MailboxParts = LetterParts & {
  /** `imaps://name:password@host/INBOX`; without one no letters are read. */
  url?: string | undefined;
  /** How often to look even when the server tells nothing, and how long it may take to answer. */
  everyMs?: number;
  patienceMs?: number;
};

const EVERY_MS = 60_000;
const PATIENCE_MS = 30_000;
const AT_ONCE = 50;
/** Photos of a phone, five of them, grown by a third in a mail. */
const LONGEST_LETTER = 70_000_000;
const LONGEST_REST_MS = 5 * 60_000;
/** Where letters go when all is done with them. */
const DONE_FOLDER = "Hejnal";

/** Reads the mailbox behind the reply address: told by the server when something comes, and looking now and then. */
export function openLetters(parts: MailboxParts): { wake(): void; close(): Promise<void> } {
  const { url, log, now } = parts;
  if (!url) return { wake: () => {}, close: async () => {} };
  const take = openOnce(parts);
  let client: ImapFlow | undefined;
  let failures = 0;
  let restUntil = 0;
  const worker = openWorker({
    async round() {
      if (now().getTime() < restUntil) return false;
      try {
        client ??= await connect(url, parts.patienceMs ?? PATIENCE_MS, {
          news: () => worker.wake(),
          lost: (lost) => {
            if (client !== lost) return;
            client = undefined;
            worker.wake();
          },
        });
        const hasMore = await readAll(client, take);
        failures = 0;
        return hasMore;
      } catch (error) {
        client?.close();
        client = undefined;
        failures++;
        restUntil = now().getTime() + Math.min(LONGEST_REST_MS, 1000 * 2 ** failures);
        // What the server answers may hold the name of the account.
        log.warn("mailbox_not_read", { failures, code: codeOf(error) });
        return false;
      }
    },
    everyMs: parts.everyMs ?? EVERY_MS,
    log,
    failed: "letters_failed",
  });
  worker.wake();
  return {
    wake: worker.wake,
    async close() {
      await worker.close();
      await client?.logout().catch(() => {});
    },
  };
}

/** Rejects when the mailbox cannot be read; its password is not in what it says. */
export async function verifyMailbox(url: string, patienceMs = PATIENCE_MS): Promise<void> {
  try {
    const client = await connect(url, patienceMs, { news() {}, lost() {} });
    await client.logout();
  } catch (error) {
    throw new Error(`cannot be read (${codeOf(error)})`);
  }
}

type Told = { news(): void; lost(client: ImapFlow): void };

async function connect(url: string, patienceMs: number, { news, lost }: Told): Promise<ImapFlow> {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === "imaps:";
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  const client = new ImapFlow({
    host: hostname,
    port: port ? Number(port) : secure ? 993 : 143,
    secure,
    // A password never goes over a bare line but to this machine.
    ...(!secure && !isHere && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    autoIdleDelay: 100,
    maxLiteralSize: LONGEST_LETTER,
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs },
  });
  client.on("exists", news);
  client.on("error", () => lost(client));
  client.on("close", () => lost(client));
  await client.connect();
  await client.mailboxCreate(DONE_FOLDER);
  await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || "INBOX");
  return client;
}

/** Everything new, oldest first; answers whether there is more than one look takes. One bad letter does not keep the rest. */
async function readAll(client: ImapFlow, take: ReturnType<typeof openOnce>): Promise<boolean> {
  // Not every server looks for what is new when it is only asked to search.
  await client.noop();
  const found = (await client.search({ seen: false, flagged: false }, { uid: true })) || [];
  let handled = 0;
  for (const uid of found.slice(0, AT_ONCE)) {
    const message = await client.fetchOne(String(uid), { size: true }, { uid: true });
    if (!message) continue;
    const isTooLong = (message.size ?? 0) > LONGEST_LETTER;
    const whole = isTooLong ? false : await client.fetchOne(String(uid), { source: true }, { uid: true });
    const source = whole ? whole.source : undefined;
    const taken = source ? await take(source) : "left";
    // Flagged ones stay where they are and are not read again.
    if (taken === "left") await client.messageFlagsAdd(String(uid), ["\\Flagged"], { uid: true });
    if (taken !== "later") handled++;
    if (taken !== "done") continue;
    await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    await client.messageMove(String(uid), DONE_FOLDER, { uid: true });
  }
  return handled > 0 && found.length > AT_ONCE;
}

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown";
