import { randomUUID } from "node:crypto";
import WebSocket from "ws";
import { resident } from "../../test/app/resident";
import { visitor } from "../../test/rooms/staff/person";
import { spreadOf } from "../spread";
import { addConsultants, freePort, PASSWORD, start } from "./program";

const CONSULTANTS = 20;
const CHATS = 200;
/** Everybody in the 200 chats writes every 20 seconds. */
const PER_SECOND = 10;
const SECONDS = 30;
/** A line that was not told by then is lost. */
const LATEST_MS = 15_000;

/**
 * From a resident's POST to the consultant having fetched the line: 20 consultants with live connections hold 200
 * chats of one process, and residents write steadily. The program runs in a process of its own.
 */
export async function measureLive(databaseUrl: string): Promise<void> {
  const logins = await addConsultants(databaseUrl, CONSULTANTS);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const program = await start(databaseUrl, port);
  try {
    const pages = await Promise.all(logins.map((login) => page(address, login)));
    const chats = await Promise.all(Array.from({ length: CHATS }, () => resident(address)));
    for (const [n, { conversationId }] of chats.entries()) await pages[n % CONSULTANTS]?.takes(conversationId);
    // What taking them over set off is not what is measured.
    await new Promise((later) => setTimeout(later, 5000));
    for (const { fetches, queues } of pages) fetches.length = queues.length = 0;
    const begun = performance.now();
    const posting: Promise<unknown>[] = [];
    for (let n = 0; n < PER_SECOND * SECONDS; n++) {
      const wait = begun + (n * 1000) / PER_SECOND - performance.now();
      if (wait > 1) await new Promise((later) => setTimeout(later, wait));
      const text = `proszę sprawdzić numer ${randomUUID().slice(0, 8)} w systemie`;
      posting.push(pages[(n % CHATS) % CONSULTANTS]?.awaits(text) ?? Promise.resolve());
      posting.push(chats[n % CHATS]?.post(text) ?? Promise.resolve());
    }
    await Promise.race([Promise.all(posting), new Promise((late) => setTimeout(late, LATEST_MS))]);
    const came = pages.reduce((sum, { times }) => sum + times.length, 0);
    const { p50, p95, p99 } = spreadOf(pages.flatMap(({ times }) => times));
    console.log(
      `live: ${CONSULTANTS} consultants, ${CHATS} chats, ${PER_SECOND} messages a second for ${SECONDS} s: from the ` +
        `resident's POST to the fetched line (${came} of ${PER_SECOND * SECONDS}) p50 ${p50.toFixed(0)}  p95 ${p95.toFixed(0)}  p99 ${p99.toFixed(0)} ms\n`,
    );
    for (const [call, all] of [
      ["conversations/:id", pages.flatMap(({ fetches }) => fetches)],
      ["queue", pages.flatMap(({ queues }) => queues)],
    ] as const) {
      const spread = spreadOf(all);
      console.log(`  GET ${call}: ${all.length} times, p50 ${spread.p50.toFixed(0)}  p99 ${spread.p99.toFixed(0)} ms`);
    }
    const mistakes = pages.flatMap((page) => page.mistakes);
    if (mistakes.length > 0) console.log(`  ${mistakes.length} calls failed, the first: ${mistakes[0]}`);
    for (const { close } of pages) close();
  } finally {
    program.kill("SIGTERM");
    await new Promise((done) => program.once("close", done));
  }
}

/** What a consultant's page does: it hears of news, and fetches what it has not seen. */
async function page(address: string, login: string) {
  const person = visitor(address, { id: login, login });
  await person.logsIn(login, PASSWORD);
  await person.posts("presence", { available: false, active: true });
  const socket = new WebSocket(`${address.replace("http", "ws")}/console/api/live`, {
    headers: { Cookie: person.cookie, Origin: address },
  });
  await new Promise((opened, failed) => socket.once("open", opened).once("error", failed));
  const seen = new Map<string, number>();
  const awaited = new Map<string, { begun: number; came: () => void }>();
  const times: number[] = [];
  const fetches: number[] = [];
  const queues: number[] = [];
  const mistakes: string[] = [];

  const fetchNow = async (id: string): Promise<void> => {
    const asked = performance.now();
    const { status, body } = await person.gets(`conversations/${id}?after=${seen.get(id) ?? 0}`);
    fetches.push(performance.now() - asked);
    if (status !== 200) throw new Error(`GET conversations/:id answered ${status}`);
    for (const { text, seq } of body.entries) {
      seen.set(id, Math.max(seq, seen.get(id) ?? 0));
      const told = awaited.get(text);
      if (!told) continue;
      awaited.delete(text);
      times.push(performance.now() - told.begun);
      told.came();
    }
  };
  const fetchQueue = async (): Promise<void> => {
    const asked = performance.now();
    await person.gets("queue");
    queues.push(performance.now() - asked);
  };
  // As a page does: one call for the same thing at a time, and one more when something came meanwhile.
  const running = new Map<string, "once" | "again">();
  const fetchOnce = async (key: string, work: () => Promise<unknown>): Promise<void> => {
    if (running.has(key)) return void running.set(key, "again");
    do {
      running.set(key, "once");
      await work().catch((error: unknown) => mistakes.push(String(error)));
    } while (running.get(key) === "again");
    running.delete(key);
  };
  socket.on("message", (data) => {
    const frame = JSON.parse(String(data));
    if (frame.kind === "here") socket.send(JSON.stringify({ kind: "here" }));
    if (frame.kind === "queue") void fetchOnce("queue", fetchQueue);
    if (frame.kind === "news" && frame.seq > (seen.get(frame.conversationId) ?? 0))
      void fetchOnce(frame.conversationId, () => fetchNow(frame.conversationId));
  });
  return {
    times,
    fetches,
    queues,
    mistakes,
    async takes(id: string) {
      const { status, body } = await person.posts(`conversations/${id}/take`);
      if (status !== 200) throw new Error(`taking over: ${status} ${JSON.stringify(body)}`);
      seen.set(id, body.lastSeq);
      socket.send(JSON.stringify({ kind: "watch", conversationIds: [...seen.keys()] }));
    },
    /** Resolves when the text has been fetched; the clock runs from now. */
    awaits: (text: string) => new Promise<void>((came) => awaited.set(text, { begun: performance.now(), came })),
    close: () => socket.close(),
  };
}
