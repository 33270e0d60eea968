import { resident } from "./chat";

const TOLD = /nie odpowiadamy tu do 30 listopada 2026.* 12 616 55 55.* 112\.$/;

describe("a blocked resident", () => {
  test("is told once until when, and then nothing for an hour", () => {
    const anna = resident();
    anna.isBlocked(7);
    expect(anna.says("halo, jesteście tam?")).toMatch(TOLD);
    expect(anna.says("no odpiszcie")).toBe("");
    anna.passes(59);
    expect(anna.says("dalej nic?")).toBe("");
    anna.passes(2);
    expect(anna.says("dzień dobry, jestem znowu")).toMatch(TOLD);
    expect(anna.speaker()).toBe("closed");
  });

  test("reads it in their own language", () => {
    const jane = resident({ language: "en" });
    jane.isBlocked(7);
    expect(jane.says("hello")).toMatch(/we do not answer here until 30 November 2026/);
    const olena = resident({ language: "uk" });
    olena.isBlocked(7);
    expect(olena.says("добрий день")).toMatch(/не відповідаємо тут до 30 листопада 2026/);
  });

  test.each(["chcę z człowiekiem", "Porozmawiaj z człowiekiem", "dziura na Długiej 12", "jak wymienić dowód"])(
    "gets nowhere with: %s",
    (text) => {
      const anna = resident();
      anna.isBlocked(1);
      anna.says(text);
      anna.says(text);
      expect(anna.filed).toEqual([]);
      expect(anna.speaker()).toBe("closed");
    },
  );

  test("who waits in the queue with another conversation leaves it", () => {
    const anna = resident();
    anna.says("chcę rozmawiać z człowiekiem");
    anna.isBlocked(1);
    anna.isLeftTo("waiting");
    anna.says("no halo");
    expect(anna.speaker()).toBe("bot");
    expect(anna.filed.at(-1)).toEqual({ kind: "leave_queue" });
  });

  test("in danger is heard before anything else", () => {
    const anna = resident();
    anna.isBlocked(1);
    anna.says("halo");
    expect(anna.says("ulatnia się gaz w piwnicy")).toContain("112");
    expect(anna.filed).toMatchObject([{ kind: "alert", alert: { reason: "danger" } }]);
  });

  test("is answered again when the time is over", () => {
    const anna = resident();
    anna.isBlocked(1);
    anna.says("halo");
    anna.tomorrow();
    expect(anna.says("dzień dobry")).toContain("Dzień dobry");
    expect(anna.speaker()).toBe("bot");
  });
});
