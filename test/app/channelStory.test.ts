import { randomUUID } from "node:crypto";
import { settingNames } from "../../src/config";
import { TEST_SECRET } from "../contracts/channels/channelServer";
import { eventually } from "../contracts/channels/client";
import type { Arrived, Fake, Posted } from "../contracts/channels/fake";
import { fakes } from "../contracts/channels/fakes";
import { type FreshDatabase, freshEmbedded } from "../databases";
import { picture } from "../rooms/photos/pictures";
import { type Person, visitor } from "../rooms/staff/person";
import { runningApp } from "./runningApp";

jest.setTimeout(180_000);

const HOUR_MS = 3_600_000;
const PASSWORD = "spokojne poranki nad Wisłą";
type Sent = Posted extends infer One ? (One extends Posted ? Omit<One, "person" | "id" | "at"> : never) : never;

/** Somebody on the platform, who reads what arrives and answers it. */
function somebody(fake: Fake, app: () => { address: string }, now: () => Date) {
  let read = 0;
  const mine = () => fake.arrived().filter(({ person }) => person === "anna");
  const unread = () => mine().slice(read);
  const shown = ({ text, buttons }: Arrived) => [text, ...buttons.map(({ title }) => `[${title}]`)].join("\n");
  const send = async (sent: Sent) => {
    read = mine().length;
    const status = await fake.post(app().address, [{ ...sent, person: "anna", id: randomUUID(), at: now() }]);
    expect(status).toBeLessThan(300);
  };
  return {
    send,
    /** Everything unread, once something of it is like that. */
    async hears(words: RegExp): Promise<string> {
      await eventually(() => unread().some((one) => words.test(shown(one)))).catch(() => {
        throw new Error(`${words} never came; there was: ${unread().map(shown).join("\n---\n")}`);
      });
      return unread().map(shown).join("\n");
    },
    last: () => mine().at(-1),
    /** Presses the button of that name, or writes its number or its words where there are none. */
    async presses(words: RegExp) {
      const found = mine()
        .flatMap(({ buttons }) => buttons)
        .findLast(({ title }) => words.test(title));
      if (found) return send({ kind: "press", payload: found.payload });
      const [, number] =
        new RegExp(`(\\d+)\\. [^\\n]*(?:${words.source})`, words.flags).exec(this.last()?.text ?? "") ?? [];
      return send({ kind: "text", text: number ?? "pomiń" });
    },
  };
}

const talking = fakes.filter(({ kinds }) => kinds.includes("location") && kinds.includes("press"));

describe.each(talking)("$name: a resident's whole story", ({ open, failures, kinds }) => {
  let fake: Fake;
  let database: FreshDatabase;
  let app: Awaited<ReturnType<typeof runningApp>>;
  let ewa: Person;
  let conversation = "";
  let number = "";
  const clock = { ahead: 0 };
  const now = () => new Date(Date.now() + clock.ahead);
  let anna: ReturnType<typeof somebody>;

  beforeAll(async () => {
    [fake, database] = [await open(), await freshEmbedded()];
    const settings = Object.fromEntries(Object.entries(fake.settings).filter(([name]) => settingNames.includes(name)));
    app = await runningApp(database, {
      env: { ...settings, TOKEN_SECRET: TEST_SECRET },
      now,
      channels: fake.channels?.(() => {}) ?? [],
    });
    anna = somebody(fake, () => app, now);
    ewa = visitor(app.address);
    const oneTime = app.administrator?.oneTimePassword ?? "";
    await ewa.logsIn("admin", oneTime);
    await ewa.posts("password", { old: oneTime, new: PASSWORD });
    await ewa.posts("presence", { available: true, active: true });
  });
  afterAll(async () => {
    await app?.close();
    await fake?.close();
    await database?.drop();
  });

  test("she is told once that it is an automated assistant, and gets an answer", async () => {
    await anna.send({ kind: "text", text: "jak wyrobic dowod" });
    const heard = await anna.hears(/Źródło|Stan informacji/);
    expect(heard).toMatch(/automatycznym asystentem/);
    expect(heard).toMatch(/dow[oó]d/i);
    await anna.send({ kind: "text", text: "ile kosztuje wymiana prawa jazdy" });
    expect(await anna.hears(/Źródło|Stan informacji/)).not.toMatch(/automatycznym asystentem/);
  });

  test("she reports a hole with a shared position and a photo, and gets a number", async () => {
    await anna.send({ kind: "text", text: "jest wielka dziura w jezdni" });
    await anna.hears(/[Gg]dzie/);
    await anna.send({ kind: "location", lat: 50.0675, long: 19.9386 });
    let heard = await anna.hears(/\?/);
    let sentPhoto = false;
    for (let step = 0; step < 10 && !/KR-\d{4}-\d{6}-\d/.test(heard); step++) {
      if (/zdjęci/i.test(heard) && !sentPhoto) {
        sentPhoto = true;
        await anna.send({ kind: "image", name: "dziura.jpg", bytes: await picture().jpeg().toBuffer() });
      } else if (/Wyślij/.test(heard)) await anna.presses(/Wyślij/);
      else await anna.presses(/^(Pomiń|Nie podaję|Tak|Nie|Nie wiem)/);
      heard = await anna.hears(/./s);
    }
    number = /KR-\d{4}-\d{6}-\d/.exec(heard)?.[0] ?? "";
    expect(number).not.toBe("");
    expect(sentPhoto).toBe(true);
    const { body } = await ewa.gets(`requests/${number}`);
    expect(body.attachments).toHaveLength(1);
    expect(body.point).toMatchObject({ lat: expect.closeTo(50.0675, 3), long: expect.closeTo(19.9386, 3) });
  });

  test("she wants a person; whatever she sends then reaches her, and nothing is answered by the bot", async () => {
    await anna.send({ kind: "text", text: "chcę z człowiekiem" });
    await anna.hears(/konsultant|kolejce/i);
    conversation = (await ewa.gets("queue")).body.waiting[0].id;
    const { body } = await ewa.posts(`conversations/${conversation}/take`);
    await ewa.posts(`conversations/${conversation}/say`, {
      text: "Dzień dobry, w czym pomóc?",
      lastSeq: body.lastSeq,
      key: randomUUID(),
    });
    expect(await anna.hears(/w czym pomóc/)).toMatch(/Administrator/);
    const before = fake.arrived().length;
    const photo = await picture().jpeg().toBuffer();
    await anna.send({ kind: "image", name: "a.jpg", bytes: photo, text: "tak to wygląda" });
    if (kinds.includes("sticker")) await anna.send({ kind: "sticker", emoji: "👍" });
    await anna.send({ kind: "text", text: "jak wyrobic paszport" });
    const seen = await eventually(async () => {
      const view = (await ewa.gets(`conversations/${conversation}`)).body;
      return view.entries.at(-1)?.text === "jak wyrobic paszport" && view;
    });
    expect(seen.channel).toBe(fake.channel);
    expect(seen.limits).toMatchObject({ window: { state: "open" } });
    expect(JSON.stringify(seen.entries)).toContain("tak to wygląda");
    expect(fake.arrived().length).toBe(before);
  });

  test("she is given back to the bot, which goes on", async () => {
    await ewa.posts(`conversations/${conversation}/return`, { note: "" });
    await anna.hears(/automatyczn|asystent/i);
    await anna.send({ kind: "text", text: "jak wyrobić paszport" });
    expect(await anna.hears(/Źródło|Stan informacji/)).toMatch(/paszport/i);
  });

  test("the platform is down for a moment: her answer comes a little later, once", async () => {
    fake.failNext(fake.failures.down);
    await anna.send({ kind: "text", text: "jak zameldować się na pobyt stały" });
    await anna.hears(/Źródło|Stan informacji/);
    const told = fake.arrived().filter(({ person, text }) => person === "anna" && /meldun|zameld/i.test(text));
    expect(new Set(told.map(({ text }) => text)).size).toBe(told.length);
  });

  if (failures.close)
    test("days later the window is closed: news wait, the consultant sees it, and they come when she writes", async () => {
      clock.ahead = 8 * 24 * HOUR_MS;
      await ewa.logsIn("admin", PASSWORD);
      const arrived = fake.arrived().length;
      const { version: seen } = (await ewa.gets(`requests/${number}`)).body;
      const refusal = { kind: "refuse", words: "To droga prywatna.", seen };
      expect((await ewa.posts(`requests/${number}/acts`, refusal)).status).toBe(200);
      const held = await eventually(async () => {
        const view = (await ewa.gets(`conversations/${conversation}`)).body;
        return view.deliveries.some(({ state }: { state: string }) => state === "held") && view;
      });
      expect(["closed", "template"]).toContain(held.limits.window.state);
      const invited = fake.arrived().slice(arrived);
      expect(invited.filter(({ template }) => template === undefined)).toEqual([]);
      expect(JSON.stringify(invited)).not.toContain("prywatna");
      await anna.send({ kind: "text", text: "dzień dobry" });
      expect(await anna.hears(/To droga prywatna/)).toContain(number);
    });
});
