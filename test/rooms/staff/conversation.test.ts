import { takenBy, words } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("consultant", "Piotr");
});
afterAll(() => house.close());

describe("one conversation", () => {
  test("shows the thread, the filled fields, and what the bot thought", async () => {
    const dialog = {
      dialog: "report-problem",
      service: "pothole",
      answers: { place: "Długa 12", size: "" },
      attachments: [],
      answered: ["place"],
      missed: 0,
    };
    const id = await house.conversation({ said: ["dziura na Długiej"], memory: { dialog } });
    const { body } = await anna.gets(`conversations/${id}`);
    expect(body.entries.map(({ author, text }: Record<string, string>) => `${author}: ${text}`)).toEqual([
      "bot: Dzień dobry!",
      "resident: dziura na Długiej",
      "bot: Bot: dziura na Długiej",
      "resident: dziura na Długiej",
      "bot: Bot: dziura na Długiej",
    ]);
    expect(body.dialog).toBe("Dziura w jezdni");
    expect(body.filled).toEqual([{ label: "Miejsce", value: "Długa 12" }]);
    expect(body.thoughts[0]).toMatchObject({
      decision: "answer",
      because: "it_is_clear",
      candidates: [{ meaning: "dowod-osobisty", confidence: 0.9 }],
    });
    const later = (await anna.gets(`conversations/${id}?after=4`)).body;
    expect(later.entries.map(({ seq }: { seq: number }) => seq)).toEqual([5]);
  });

  test("shows the resident's picture, and lets nothing else run in the browser", async () => {
    const id = await house.conversation();
    const picture = await house.storage.files.save(id, {
      name: "dziura ó.png",
      contentType: "image/png",
      bytes: Buffer.from("png"),
    });
    const page = await house.storage.files.save(id, {
      name: "x.html",
      contentType: "text/html",
      bytes: Buffer.from("<script>"),
    });
    const asked = (conversation: string, file: string) => anna.gets(`conversations/${conversation}/files/${file}`);
    expect((await asked(id, picture.id)).headers.get("content-type")).toBe("image/png");
    const html = (await asked(id, page.id)).headers;
    expect(html.get("content-type")).toBe("application/octet-stream");
    expect(html.get("content-disposition")).toMatch(/^attachment; /);
    expect(html.get("x-content-type-options")).toBe("nosniff");
    expect((await asked(await house.conversation(), picture.id)).status).toBe(404);
  });
});

describe("answering", () => {
  test("reaches the resident under the consultant's name", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    const said = await anna.posts(`conversations/${id}/say`, words("  Dzień dobry, już patrzę.  ", lastSeq));
    expect(said.body).toEqual({ seq: lastSeq + 1 });
    const [entry] = await house.storage.conversations.entriesAfter(id, lastSeq, 10);
    expect(entry).toMatchObject({ author: "consultant", authorName: "Anna", text: "Dzień dobry, już patrzę." });
  });

  test("is refused when the resident wrote meanwhile, with what was missed", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    await house.says(id, "a jednak już nieaktualne");
    const stale = await anna.posts(`conversations/${id}/say`, words("Wysyłam ekipę.", lastSeq));
    expect(stale).toMatchObject({ status: 409, error: "stale", body: { error: { lastSeq: lastSeq + 1 } } });
    expect(stale.body.error.missed).toMatchObject([{ author: "resident", text: "a jednak już nieaktualne" }]);
    expect((await anna.posts(`conversations/${id}/say`, words("Rozumiem.", lastSeq + 1))).status).toBe(200);
  });

  test("several times in a row does not make one's own words stale", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    await anna.posts(`conversations/${id}/say`, words("Raz", lastSeq));
    expect((await anna.posts(`conversations/${id}/say`, words("Dwa", lastSeq))).status).toBe(200);
  });

  test("right after taking over, before the line that tells so was read, is no stale answer", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    expect((await anna.posts(`conversations/${id}/say`, words("Dzień dobry", lastSeq - 1))).status).toBe(200);
  });

  test("with the same key twenty times at once says it once", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    const same = words("Tylko raz.", lastSeq);
    const came = await Promise.all(Array.from({ length: 20 }, () => anna.posts(`conversations/${id}/say`, same)));
    expect(came.map(({ body }) => body)).toEqual(Array(20).fill({ seq: lastSeq + 1 }));
    await house.says(id, "dziękuję");
    expect((await anna.posts(`conversations/${id}/say`, same)).body).toEqual({ seq: lastSeq + 1 });
    expect(await house.storage.conversations.entriesAfter(id, lastSeq, 10)).toHaveLength(2);
  });

  test("in many voices at once never loses or doubles a line", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    const residents = Array.from({ length: 15 }, (_, n) => house.says(id, `mieszkaniec ${n}`));
    const consultants = Array.from({ length: 15 }, (_, n) =>
      anna.posts(`conversations/${id}/say`, words(`konsultant ${n}`, lastSeq + 15)),
    );
    await Promise.all(residents);
    const accepted = (await Promise.all(consultants)).filter(({ status }) => status === 200).length;
    const entries = await house.storage.conversations.entriesAfter(id, lastSeq, 100);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => lastSeq + 1 + n));
    expect(entries.filter(({ author }) => author === "consultant")).toHaveLength(accepted);
    expect(entries.filter(({ author }) => author === "resident")).toHaveLength(15);
  });

  test.each([
    ["nothing", { text: "   " }],
    ["4001 characters", { text: "a".repeat(4001) }],
    ["a text that is none", { text: 5 }],
    ["a foreign field", { text: "a", author: "bot" }],
    ["a key that is none", { text: "a", key: "1" }],
    ["a line that no conversation reaches", { text: "a", lastSeq: 2 ** 31 }],
  ])("%s is refused, naming the field", async (_, body) => {
    const { id, lastSeq } = await takenBy(anna, house);
    const came = await anna.posts(`conversations/${id}/say`, { ...words("a", lastSeq), ...body });
    expect(came).toMatchObject({ status: 400, error: "wrong_body" });
  });

  test("shows the resident that somebody is writing, only while one holds the conversation", async () => {
    const { id } = await takenBy(anna, house);
    const heard: string[] = [];
    const stop = house.bus.subscribe("typing", (note) => heard.push(note));
    expect((await anna.posts(`conversations/${id}/typing`)).status).toBe(200);
    expect((await piotr.posts(`conversations/${id}/typing`)).error).toBe("not_yours");
    stop();
    expect(heard).toEqual([`${id}:consultant`]);
  });
});
