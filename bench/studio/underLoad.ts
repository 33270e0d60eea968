import { resident } from "../../test/app/resident";
import { testRedisUrl } from "../../test/reachable";
import type { Person } from "../../test/rooms/staff/person";
import { freePort, start } from "../console/program";
import { addEditor, editorAt, must, storeOf } from "./editor";
import { written } from "./publishing";

const RESIDENTS = 100;
const PER_SECOND = 200;
const SECONDS = 20;
const PUBLISH_EVERY_MS = 4_000;

/** Residents of two processes ask 200 times a second while an editor publishes again and again: every answer is of one release. */
export async function measureUnderLoad(databaseUrl: string): Promise<void> {
  const storage = await storeOf(databaseUrl);
  await addEditor(storage);
  process.env.REDIS_URL = testRedisUrl;
  const ports = [await freePort(), await freePort()];
  const programs = [];
  for (const port of ports) programs.push(await start(databaseUrl, port));
  try {
    const addresses = ports.map((port) => `http://127.0.0.1:${port}`);
    const editor = await editorAt(addresses[0] ?? "");
    const people = await Promise.all(
      Array.from({ length: RESIDENTS }, (_, n) => resident(addresses[n % addresses.length] ?? "")),
    );
    let over = false;
    const publishing = publishAgain(editor, () => over);
    const begun = performance.now();
    const posting: Promise<unknown>[] = [];
    for (let n = 0; n < PER_SECOND * SECONDS; n++) {
      const wait = begun + (n * 1000) / PER_SECOND - performance.now();
      if (wait > 1) await new Promise((later) => setTimeout(later, wait));
      posting.push(people[n % RESIDENTS]?.post("karta krakowska") ?? Promise.resolve());
    }
    await Promise.all(posting);
    over = true;
    const releases = await publishing;
    await new Promise((later) => setTimeout(later, 10_000));
    const heard = (await Promise.all(people.map((one) => one.everything()))).flat();
    const answers = heard.filter(({ from, text }) => from.role === "bot" && text?.startsWith("Karta Krakowska"));
    const sorry = heard.filter(({ from }) => from.role === "bot").length - answers.length - RESIDENTS;
    const mixed = answers.filter(({ text = "" }) => new Set(text.match(/próba \d+/g)).size > 1).length;
    console.log(
      `${PER_SECOND} messages a second for ${SECONDS} s in two processes, ${releases} releases meanwhile: ` +
        `${answers.length} of ${PER_SECOND * SECONDS} answered, ${sorry} otherwise, ${mixed} of two releases at once`,
    );
  } finally {
    for (const program of programs) {
      program.kill("SIGTERM");
      await new Promise((done) => program.once("close", done));
    }
    await storage.close();
  }
}

/** The answer and a section name the same release, so that a mixture shows. */
async function publishAgain(editor: Person, isOver: () => boolean): Promise<number> {
  let releases = 0;
  while (!isOver()) {
    const { draft, effect } = await written(editor, `Odpowiedź, próba ${releases}.`, `Uwaga, próba ${releases}.`);
    const { candidate } = await must(effect());
    const body = { act: "publish", seen: draft.version, why: "pomiar", confirmed: candidate };
    await must(editor.posts(`drafts/${draft.id}/decisions`, body));
    releases += 1;
    await new Promise((later) => setTimeout(later, PUBLISH_EVERY_MS));
  }
  return releases;
}
