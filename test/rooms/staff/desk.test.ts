import { randomUUID } from "node:crypto";
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

const here = (person: Person) => person.posts("presence", { available: true, active: true });
const words = (text: string, lastSeq: number) => ({ text, lastSeq, key: randomUUID() });
const ids = (items: { id: string }[]) => items.map(({ id }) => id);

async function taken(by: Person, given: Parameters<StaffHouse["conversation"]>[0] = {}) {
  const id = await house.conversation({ speaker: "waiting", ...given });
  await here(by);
  const { body } = await by.posts(`conversations/${id}/take`);
  const lastSeq: number = body.lastSeq;
  return { id, lastSeq };
}

describe("the queue", () => {
  test("shows who waits since when, why, where in the queue, and what was said last", async () => {
    const first = await house.conversation({ speaker: "waiting", said: ["nie działa kosz"], reason: "not_understood" });
    house.passes(1000);
    const second = await house.conversation({ speaker: "waiting", memory: { language: "uk" } });
    const { waiting } = (await anna.gets("queue")).body;
    const mine = waiting.filter(({ id }: { id: string }) => [first, second].includes(id));
    expect(mine).toMatchObject([
      { id: first, reason: "not_understood", summary: "Prosi o człowieka.", lastLine: { text: "nie działa kosz" } },
      { id: second, reason: "asked_for_human", language: "uk", speaker: "waiting", lastLine: { author: "resident" } },
    ]);
    expect(mine[1].position - mine[0].position).toBe(1);
  });

  test("keeps apart what I hold and what others hold", async () => {
    const { id } = await taken(anna);
    const ofAnna = (await anna.gets("queue")).body;
    const ofPiotr = (await piotr.gets("queue")).body;
    expect([ids(ofAnna.mine), ids(ofAnna.held)].map((list) => list.includes(id))).toEqual([true, false]);
    expect([ids(ofPiotr.mine), ids(ofPiotr.held)].map((list) => list.includes(id))).toEqual([false, true]);
    expect(ids(ofAnna.waiting)).not.toContain(id);
  });

  test("and all open conversations come page by page, newest first, none twice, none left out", async () => {
    const made = [];
    for (let n = 0; n < 55; n++) made.push(await house.conversation());
    const first = (await anna.gets("conversations")).body;
    const second = (await anna.gets(`conversations?before=${encodeURIComponent(first.next)}`)).body;
    const listed = ids([...first.items, ...second.items]);
    expect(first.items).toHaveLength(50);
    expect(listed.slice(0, 55)).toEqual(made.reverse());
    expect(new Set(listed).size).toBe(listed.length);
  });
});

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
    expect(body.dialog).toBe("Usługa pothole");
    expect(body.filled).toEqual([{ label: "Pole place", value: "Długa 12" }]);
    expect(body.thoughts[0]).toMatchObject({
      decision: "answer",
      because: "it_is_clear",
      candidates: [{ meaning: "Artykuł dowod-osobisty", confidence: 0.9 }],
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

describe("taking over", () => {
  test("is told to the resident in their language, by name", async () => {
    const { id } = await taken(anna, { memory: { language: "uk" } });
    const entries = await house.storage.conversations.entriesAfter(id, 0, 100);
    expect(entries.at(-1)).toMatchObject({
      author: "system",
      occasion: "consultant_joined",
      text: "З Вами розмовляє Anna з Краківського контакт-центру. Відповідає людина, а не автомат.",
    });
    expect((await house.storage.conversations.find(id))?.speaker).toBe("consultant");
  });

  test("of one conversation by many at once: one wins, the others learn who", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => house.hires("consultant", `Osoba ${n}`)));
    await Promise.all(people.map(here));
    const id = await house.conversation({ speaker: "waiting" });
    const came = await Promise.all(people.map((person) => person.posts(`conversations/${id}/take`)));
    const winners = came.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const name = winners[0]?.body.holder.name;
    const told = came.filter(({ status }) => status === 409).map(({ body }) => body.error);
    expect(told).toEqual(Array(19).fill({ code: "held", by: name }));
    const joined = (await house.storage.conversations.entriesAfter(id, 0, 100)).filter(({ occasion }) => occasion);
    expect(joined).toHaveLength(1);
  });

  test("twice by the same person changes nothing; straight from the bot is allowed", async () => {
    const id = await house.conversation({ said: ["dzień dobry"] });
    const first = await anna.posts(`conversations/${id}/take`);
    const second = await anna.posts(`conversations/${id}/take`);
    expect(first.status).toBe(200);
    expect(second.body.lastSeq).toBe(first.body.lastSeq);
  });

  test("from a consultant whose page is gone is allowed, from one who is there is not", async () => {
    const { id } = await taken(anna);
    expect((await piotr.posts(`conversations/${id}/take`)).body.error).toEqual({ code: "held", by: "Anna" });
    house.passes(60_000);
    expect((await piotr.posts(`conversations/${id}/take`)).status).toBe(200);
    expect((await anna.posts(`conversations/${id}/say`, words("halo", 99))).body.error).toEqual({
      code: "not_yours",
      by: "Piotr",
    });
  });

  test("silences the bot: what the resident says next waits for the consultant", async () => {
    const { id, lastSeq } = await taken(anna);
    await house.says(id, "jest tam kto?");
    const entries = await house.storage.conversations.entriesAfter(id, lastSeq, 100);
    expect(entries.map(({ author }) => author)).toEqual(["resident"]);
  });
});

describe("answering", () => {
  test("reaches the resident under the consultant's name", async () => {
    const { id, lastSeq } = await taken(anna);
    const said = await anna.posts(`conversations/${id}/say`, words("  Dzień dobry, już patrzę.  ", lastSeq));
    expect(said.body).toEqual({ seq: lastSeq + 1 });
    const [entry] = await house.storage.conversations.entriesAfter(id, lastSeq, 10);
    expect(entry).toMatchObject({ author: "consultant", authorName: "Anna", text: "Dzień dobry, już patrzę." });
  });

  test("is refused when the resident wrote meanwhile, with what was missed", async () => {
    const { id, lastSeq } = await taken(anna);
    await house.says(id, "a jednak już nieaktualne");
    const stale = await anna.posts(`conversations/${id}/say`, words("Wysyłam ekipę.", lastSeq));
    expect(stale).toMatchObject({ status: 409, error: "stale", body: { error: { lastSeq: lastSeq + 1 } } });
    expect(stale.body.error.missed).toMatchObject([{ author: "resident", text: "a jednak już nieaktualne" }]);
    expect((await anna.posts(`conversations/${id}/say`, words("Rozumiem.", lastSeq + 1))).status).toBe(200);
  });

  test("several times in a row does not make one's own words stale", async () => {
    const { id, lastSeq } = await taken(anna);
    await anna.posts(`conversations/${id}/say`, words("Raz", lastSeq));
    expect((await anna.posts(`conversations/${id}/say`, words("Dwa", lastSeq))).status).toBe(200);
  });

  test("with the same key twenty times at once says it once", async () => {
    const { id, lastSeq } = await taken(anna);
    const same = words("Tylko raz.", lastSeq);
    const came = await Promise.all(Array.from({ length: 20 }, () => anna.posts(`conversations/${id}/say`, same)));
    expect(came.map(({ body }) => body)).toEqual(Array(20).fill({ seq: lastSeq + 1 }));
    await house.says(id, "dziękuję");
    expect((await anna.posts(`conversations/${id}/say`, same)).body).toEqual({ seq: lastSeq + 1 });
    expect(await house.storage.conversations.entriesAfter(id, lastSeq, 10)).toHaveLength(2);
  });

  test("in many voices at once never loses or doubles a line", async () => {
    const { id, lastSeq } = await taken(anna);
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
  ])("%s is refused, naming the field", async (_, body) => {
    const { id, lastSeq } = await taken(anna);
    const came = await anna.posts(`conversations/${id}/say`, { ...words("a", lastSeq), ...body });
    expect(came).toMatchObject({ status: 400, error: "wrong_body" });
  });

  test("shows the resident that somebody is writing, only while one holds the conversation", async () => {
    const { id } = await taken(anna);
    const heard: string[] = [];
    const stop = house.bus.subscribe("typing", (note) => heard.push(note));
    expect((await anna.posts(`conversations/${id}/typing`)).status).toBe(200);
    expect((await piotr.posts(`conversations/${id}/typing`)).error).toBe("not_yours");
    stop();
    expect(heard).toEqual([`${id}:consultant`]);
  });
});

describe("leaving", () => {
  const dialog = {
    dialog: "report-problem",
    answers: { place: "Długa 12" },
    attachments: [],
    asked: "size",
    answered: ["place"],
    missed: 2,
  };
  const memoryOf = async (id: string) => (await house.storage.staff.desk.find(id, house.now()))?.conversation;

  test("hands back to the bot with the dialog as it was", async () => {
    const offered = [{ title: "mała", wish: { kind: "fill" as const, slot: "size", value: "mala" } }];
    const { id, lastSeq } = await taken(anna, { memory: { dialog, offered, topic: "drogi" } });
    expect((await anna.posts(`conversations/${id}/return`)).status).toBe(200);
    const conversation = await memoryOf(id);
    expect(conversation).toMatchObject({ speaker: "bot", memory: { dialog, offered, topic: "drogi" } });
    expect(conversation?.consultantId).toBeUndefined();
    expect(conversation?.memory.handoff).toBeUndefined();
    const [entry] = await house.storage.conversations.entriesAfter(id, lastSeq, 10);
    expect(entry).toMatchObject({ occasion: "returned_to_bot", author: "system" });
  });

  test("closes with a reason that is kept, and leaves nothing for the bot to come back to", async () => {
    const { id } = await taken(anna, { memory: { dialog } });
    expect((await anna.posts(`conversations/${id}/close`, { reason: "other", note: " " })).error).toBe("wrong_body");
    expect((await anna.posts(`conversations/${id}/close`, { reason: "solved", note: "wymieniono" })).status).toBe(200);
    expect((await memoryOf(id))?.memory.dialog).toBeUndefined();
    expect((await piotr.gets(`conversations/${id}`)).body).toMatchObject({
      speaker: "closed",
      closed: { reason: "solved", note: "wymieniono", by: "Anna" },
      entries: expect.arrayContaining([expect.objectContaining({ occasion: "closed" })]),
    });
    expect((await anna.posts(`conversations/${id}/take`)).error).toBe("closed");
    expect((await anna.posts(`conversations/${id}/say`, words("jeszcze", 99))).error).toBe("closed");
  });

  test("is for the holder only", async () => {
    const { id } = await taken(anna);
    for (const act of ["return", "close"]) {
      const came = await piotr.posts(`conversations/${id}/${act}`, act === "close" ? { reason: "spam", note: "" } : {});
      expect(came.body.error).toEqual({ code: "not_yours", by: "Anna" });
    }
  });
});

describe("beside the conversations", () => {
  test("residents to call back are listed oldest first and ticked off once", async () => {
    const id = await house.conversation();
    const tasks = ["a", "b"].map((sameAs, n) => ({
      id: randomUUID(),
      same_as: `${id}-${sameAs}`,
      conversation_id: id,
      contact: `60000000${n}`,
      matter: "dowód",
      language: "pl" as const,
      created_at: new Date(house.now().getTime() - 1000 + n),
    }));
    await house.storage.db.insertInto("contact_tasks").values(tasks).execute();
    const [first, second] = tasks;
    expect(ids((await anna.gets("tasks")).body.tasks)).toEqual([first?.id, second?.id]);
    expect((await anna.gets("queue")).body.openTasks).toBe(2);
    expect((await anna.posts(`tasks/${first?.id}/done`, { result: "not_reached" })).status).toBe(200);
    expect((await piotr.posts(`tasks/${first?.id}/done`, { result: "reached" })).status).toBe(404);
    expect(ids((await anna.gets("tasks")).body.tasks)).toEqual([second?.id]);
    expect((await anna.gets("tasks?done=true")).body.tasks).toMatchObject([
      { id: first?.id, done: { result: "not_reached", by: "Anna" } },
    ]);
  });

  test("service requests come newest first, page by page", async () => {
    const id = await house.conversation();
    const effects = Array.from({ length: 60 }, (_, n) => ({
      kind: "file_service_request" as const,
      request: {
        sameAs: `${id}-${n}`,
        service: "pothole",
        kind: "report" as const,
        serviceVersion: "1",
        unit: "ZDMK",
        routedBecause: "test",
        description: `dziura ${n}`,
        place: "Długa 12",
        answers: {},
        contact: { phone: "600000000" },
        attachments: [],
        language: "pl" as const,
      },
    }));
    await house.says(id, "zgłaszam", { effects });
    const first = (await anna.gets("requests")).body;
    const second = (await anna.gets(`requests?before=${first.next}`)).body;
    const numbers = [...first.items, ...second.items].map((item) => item.service_request_id);
    expect(numbers).toHaveLength(60);
    expect(numbers).toEqual([...numbers].sort().reverse());
    expect(first.items[0]).toMatchObject({
      service: "Usługa pothole",
      agency_responsible: "ZDMK",
      status: "open",
      contact: { phone: "600000000" },
      conversationId: id,
    });
    expect((await anna.gets(`conversations/${id}`)).body.serviceRequests).toHaveLength(20);
  });
});
