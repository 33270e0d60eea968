import { randomUUID } from "node:crypto";
import { eventually } from "../contracts/channels/client";
import { type EmailFake, openEmailFake } from "../contracts/channels/email/fake";
import { type FreshDatabase, freshEmbedded } from "../databases";
import { describeIfDovecot } from "../reachable";
import { picture } from "../rooms/photos/pictures";
import { type Person, visitor } from "../rooms/staff/person";
import { runningApp } from "./runningApp";

jest.setTimeout(120_000);

describeIfDovecot("a resident writes letters", () => {
  let fake: EmailFake;
  let database: FreshDatabase;
  let app: Awaited<ReturnType<typeof runningApp>>;
  let ewa: Person;
  const writes = (person: string, text: string, file?: { name: string; bytes: Buffer }) =>
    fake.post(app.address, [
      { person, id: randomUUID(), at: new Date(), text, ...(file ? { kind: "image", ...file } : { kind: "text" }) },
    ]);
  const got = (person: string) => fake.arrived().filter((letter) => letter.person === person);
  const gets = (person: string, most: number) =>
    eventually(() => (got(person).length >= most ? (got(person).at(-1)?.text ?? "") : undefined));
  const waiting = async (): Promise<{ id: string }[]> => (await ewa.gets("queue")).body.waiting;
  const shownIn = async (id: string): Promise<string> =>
    JSON.stringify((await ewa.gets(`conversations/${id}`)).body.entries);

  beforeAll(async () => {
    [fake, database] = [await openEmailFake(), await freshEmbedded()];
    app = await runningApp(database, { env: fake.settings });
    ewa = visitor(app.address);
    const oneTime = app.administrator?.oneTimePassword ?? "";
    await ewa.logsIn("admin", oneTime);
    await ewa.posts("password", { old: oneTime, new: "spokojne poranki nad Wisłą" });
    await ewa.posts("presence", { available: true, active: true });
  });
  afterAll(async () => {
    await app?.close();
    await fake?.close();
    await database?.drop();
  });

  test("what the bot is sure of is answered at once, once, and says that an automaton wrote", async () => {
    await writes("anna", "Jak wyrobić dowód osobisty?");
    const answer = await gets("anna", 1);
    expect(answer).toMatch(/dow[oó]d/i);
    expect(answer).toMatch(/automatyczny asystent/);
    expect(await waiting()).toEqual([]);
  });

  test("what it is not sure of gets a receipt and a place in the queue; what follows is not answered by the bot", async () => {
    await writes("jan", "Bardzo proszę o zajęcie się tym, o czym rozmawialiśmy na spotkaniu w zeszły wtorek.");
    expect(await gets("jan", 1)).toMatch(/odpowie na niego konsultant/);
    const id = (await eventually(async () => (await waiting())[0])).id;
    await writes("jan", "Dodaję zdjęcie.", { name: "sprawa.jpg", bytes: await picture().jpeg().toBuffer() });
    await eventually(async () => (await shownIn(id)).includes("sprawa.jpg"));

    const { body } = await ewa.posts(`conversations/${id}/take`);
    const said = { text: "Sprawa jest w toku.", lastSeq: body.lastSeq, key: randomUUID() };
    await ewa.posts(`conversations/${id}/say`, said);
    expect(await gets("jan", 2)).toMatch(/Administrator: Sprawa jest w toku/);
    expect(fake.came.at(-1)?.mail.headers.get("auto-submitted")).toBeUndefined();
    await writes("jan", "Dziękuję. Jak wyrobić paszport?");
    await eventually(async () => (await shownIn(id)).includes("paszport"));
    expect(got("jan")).toHaveLength(2);
  });

  test("the mail server is down for a moment: the answer comes later", async () => {
    fake.failNext(fake.failures.down, fake.failures.down);
    await writes("ola", "Jak wyrobić paszport?");
    expect(await gets("ola", 1)).toMatch(/paszport/i);
  });
});
