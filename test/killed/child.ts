/**
 * A process that accepts and answers messages until it is killed. It says `accepted <externalId>` on its output once a
 * message is safely stored, which is all a platform would be told. `drain` as the last argument: only answer what is left.
 */
import { emptyMemory } from "../../src/conversation/conversation";
import { openInbox } from "../../src/inbox/inbox";
import { openStorage } from "../../src/storage/storage";
import type { Turn } from "../../src/turn/handleTurn";
import { outcomeOf } from "./outcome";

const [databaseUrl = "", dataFolder = "", cycle = "", mode = ""] = process.argv.slice(2);
const CONVERSATIONS = 5;
const complain = (what: unknown) =>
  process.stderr.write(`${what instanceof Error ? what.stack : JSON.stringify(what)}\n`);
const log = {
  info: () => {},
  warn: () => {},
  error: (event: string, fields: object = {}) => complain({ event, ...fields }),
};

const handleTurn = ({ message }: Turn) => outcomeOf([{ text: `answer to ${message.externalId}` }], emptyMemory("pl"));

async function main(): Promise<void> {
  const storage = await openStorage({
    databaseUrl: databaseUrl || undefined,
    dataFolder,
    log,
    formatNumber: (year, n) => `${year}-${n}`,
    onNews: () => {},
  });
  const inbox = openInbox({
    turns: storage.turns,
    handleTurn,
    giveUp: handleTurn,
    mentioned: () => [],
    desk: () => ({ open: false, present: 0, free: 0 }),
    log,
    now: () => new Date(),
    atOnce: databaseUrl ? 4 : 1,
  });
  for (let c = 0; c < CONVERSATIONS; c++)
    await storage.conversations.open(
      { id: `c${c}`, channel: "test", residentId: "r", language: "pl", greeting: { text: "hello" } },
      new Date(),
    );
  process.stdout.write("ready\n");
  for (let n = 0; mode !== "drain"; n++) {
    const externalId = `${cycle}-${n}`;
    await inbox.accept({
      conversationId: `c${n % CONVERSATIONS}`,
      channel: "test",
      externalId,
      text: "x",
      attachments: [],
    });
    process.stdout.write(`accepted ${externalId}\n`);
  }
  while ((await storage.turns.withPending(new Date(), 1)).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await inbox.close();
  const entries = await Promise.all(
    Array.from({ length: CONVERSATIONS }, (_, c) => storage.conversations.entriesAfter(`c${c}`, 0, 1_000_000)),
  );
  process.stdout.write(
    `${JSON.stringify(entries.map((lines) => lines.map(({ seq, author, text, externalId }) => ({ seq, author, text, externalId }))))}\n`,
  );
  await storage.close();
}

main().catch((error) => {
  complain(error);
  process.exit(1);
});
