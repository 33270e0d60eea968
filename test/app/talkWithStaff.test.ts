import { randomUUID } from "node:crypto";
import { describeOn } from "../databases";
import { visitor } from "../rooms/staff/person";
import { resident } from "./resident";
import { runningApp } from "./runningApp";

jest.setTimeout(180_000);

const PASSWORD = "spokojne-poranki-nad-Wisłą";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describeOn("a resident and a consultant, through the whole program", (fresh) => {
  let app: Awaited<ReturnType<typeof runningApp>>;
  let database: Awaited<ReturnType<typeof fresh>>;
  let anna: ReturnType<typeof visitor>;
  beforeAll(async () => {
    database = await fresh();
    app = await runningApp(database);
    anna = visitor(app.address);
    const first = app.administrator?.oneTimePassword ?? "";
    await anna.logsIn("admin", first);
    await anna.posts("password", { old: first, new: PASSWORD });
    await anna.logsIn("admin", PASSWORD);
    await anna.posts("presence", { available: true, active: true });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** A resident whose conversation Anna has just taken over; `read` is what they have on their screen. */
  async function taken() {
    const jan = await resident(app.address);
    await jan.says("dzień dobry");
    const id = jan.conversationId;
    const { body } = await anna.posts(`conversations/${id}/take`);
    const lastSeq: number = body.lastSeq;
    return { jan, id, lastSeq };
  }
  const words = (text: string, lastSeq: number) => ({ text, lastSeq, key: randomUUID() });

  test("private notes, tags and blocks of others never reach the resident", async () => {
    const { jan, id, lastSeq } = await taken();
    await anna.posts(`conversations/${id}/notes`, { text: "tajna notatka", key: randomUUID() });
    await anna.posts(`conversations/${id}/tags`, { add: ["tajna etykieta"] });
    await anna.posts(`conversations/${id}/say`, words("Słucham.", lastSeq));
    const all = JSON.stringify(await jan.everything());
    expect(all).toContain("Słucham.");
    expect(all).not.toContain("tajna");
    await anna.posts(`conversations/${id}/return`, { note: "tajna przy oddaniu" });
    expect(JSON.stringify(await jan.everything())).not.toContain("tajna");
  });

  test("the resident opens the consultant's file", async () => {
    const { jan, id, lastSeq } = await taken();
    const file = { name: "plan.png", contentType: "image/png", base64: PNG.toString("base64") };
    const { body } = await anna.posts(`conversations/${id}/files`, file);
    await anna.posts(`conversations/${id}/say`, { ...words("Proszę.", lastSeq), attachments: [body.id] });
    const line = (await jan.everything()).find(({ text }) => text === "Proszę.");
    expect(line).toMatchObject({ attachments: [{ name: "plan.jpg", contentType: "image/jpeg" }] });
    const got = await fetch(String(line?.attachments?.[0]?.contentUrl));
    expect(got.status).toBe(200);
    expect(
      Buffer.from(await got.arrayBuffer())
        .subarray(0, 3)
        .toString("hex"),
    ).toBe("ffd8ff");
  });

  test("the resident is asked how it was, answers, and the talk stays closed with its score", async () => {
    const { jan, id } = await taken();
    await anna.posts(`conversations/${id}/close`, { reason: "solved", note: "", askRating: true });
    const question = (await jan.everything()).at(-1);
    expect(question?.text).toContain("Jak oceniasz tę rozmowę?");
    expect(question?.suggestedActions?.actions.map(({ title }) => title)).toContain("5 – bardzo dobrze");
    expect(await jan.says("5 – bardzo dobrze")).toContain("Dziękujemy za ocenę.");
    expect(await jan.says("Szybko i miło, mój numer 600 700 800")).toContain("Dziękujemy, zapisane.");
    const { body } = await anna.gets(`conversations/${id}`);
    expect(body).toMatchObject({ speaker: "closed", closed: { reason: "solved" }, score: 5, rating: { score: 5 } });
    expect(body.rating.word).toContain("Szybko i miło");
    expect(body.rating.word).not.toContain("600 700 800");
    const closed = (await anna.gets("conversations?view=closed")).body.items;
    expect(closed.find((item: { id: string }) => item.id === id)).toMatchObject({ score: 5 });
  });

  test("a blocked resident is told once, and never comes to the queue", async () => {
    const { jan, id } = await taken();
    await anna.posts(`conversations/${id}/block`, { days: 3, reason: "groźby" });
    await jan.everything();
    expect(await jan.says("chcę rozmawiać z człowiekiem")).toMatch(/nie odpowiadamy tu do/);
    expect((await anna.gets("queue")).body.waiting).toEqual([]);
    expect((await anna.gets(`conversations/${id}`)).body).toMatchObject({
      speaker: "closed",
      blocked: { by: "Administrator" },
    });
  });
});
