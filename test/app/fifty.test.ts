import { describeOn, type FreshDatabase } from "../databases";
import { realParts } from "../learnt";
import { type Activity, resident } from "./resident";
import { runningApp } from "./runningApp";

describeOn("fifty messages at once in one conversation", (fresh) => {
  let database: FreshDatabase;
  let app: Awaited<ReturnType<typeof runningApp>>;
  beforeAll(async () => {
    database = await fresh();
    app = await runningApp(database);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  test("are all answered, in order, none twice, though each is sent twice", async () => {
    const anna = await resident(app.address);
    const ids = Array.from({ length: 50 }, (_, i) => `message-${i}`);
    await Promise.all([...ids, ...ids].map((id) => anna.post(`KR-2026-${id.slice(8).padStart(6, "0")}-0`, id)));

    const heard: Activity[] = [];
    for (let tries = 0; tries < 200 && heard.length < 101; tries++) {
      heard.push(...(await anna.news()));
      await new Promise((later) => setTimeout(later, 25));
    }
    const said = heard.filter(({ from }) => from.role === "user");
    const answers = heard.filter(({ from }) => from.role === "bot").slice(1);
    expect(said.map(({ channelData }) => channelData?.clientActivityID).sort()).toEqual([...ids].sort());
    expect(answers).toHaveLength(50);
    const numbers = (activities: Activity[]) => activities.map(({ text }) => /KR-2026-\d{6}-\d/.exec(text ?? "")?.[0]);
    expect(numbers(answers)).toEqual(numbers(said));
  });

  test("the same id twice is one message, and the second post hears the same id", async () => {
    const anna = await resident(app.address);
    const [first, second] = [
      await anna.post("jak wyrobić dowód", "once"),
      await anna.post("jak wyrobić dowód", "once"),
    ];
    expect(second).toEqual(first);
    expect(await anna.hears((heard) => heard.length >= 2)).toContain("Pierwszy dowód");
    const again = await anna.says("dziękuję");
    expect(again).not.toContain("dowód");
  });
});

describeOn("a turn that fails", (fresh) => {
  test("is tried three times, then people take over and the resident is told", async () => {
    const database = await fresh();
    let failures = 0;
    const parts = {
      ...realParts(),
      understand: (text: string, spoken: { language: "pl" | "en" | "uk"; found: string[] }) => {
        if (text !== "psuj") return realParts().understand(text, spoken);
        failures++;
        throw new Error("broken on purpose");
      },
    };
    const app = await runningApp(database, { parts });
    try {
      const anna = await resident(app.address);
      expect(await anna.says("psuj")).toContain("Przekazuję rozmowę konsultantowi: jesteś 1. w kolejce");
      expect(failures).toBe(3);
      expect(await anna.says("halo?")).toContain("Jesteś 1. w kolejce");
    } finally {
      await app.close();
      await database.drop();
    }
  }, 60_000);
});
