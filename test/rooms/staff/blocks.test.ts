import { takenBy } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
let maria: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("consultant", "Piotr");
  maria = await house.hires("supervisor", "Maria");
});
afterAll(() => house.close());

const threats = { days: 7, reason: "groźby" };

describe("blocking a resident", () => {
  test("ends the conversation at once and is shown with it", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    const came = await anna.posts(`conversations/${id}/block`, threats);
    expect(came).toMatchObject({ status: 200, body: { conversationId: id, reason: "groźby", by: "Anna" } });
    expect(Date.parse(came.body.until) - house.now().getTime()).toBeGreaterThan(6.9 * 24 * 60 * 60 * 1000);
    const { body } = await piotr.gets(`conversations/${id}`);
    expect(body).toMatchObject({
      speaker: "closed",
      blocked: { id: came.body.id, by: "Anna" },
      closing: { reason: "abuse", note: "groźby", by: "Anna" },
    });
    const lines = await house.storage.conversations.entriesAfter(id, lastSeq, 10);
    expect(lines.map(({ text }) => text)).toEqual(["Rozmowa jest zakończona."]);
  });

  test("is for the holder and for who oversees the desk", async () => {
    const { id } = await takenBy(anna, house);
    expect((await piotr.posts(`conversations/${id}/block`, threats)).body.error).toEqual({
      code: "not_yours",
      by: "Anna",
    });
    expect((await piotr.gets(`conversations/${id}`)).body).not.toHaveProperty("blocked");
    expect((await maria.posts(`conversations/${id}/block`, threats)).status).toBe(200);
    const waiting = await house.conversation({ speaker: "waiting" });
    expect((await piotr.posts(`conversations/${waiting}/block`, threats)).error).toBe("not_yours");
    expect((await maria.posts(`conversations/${waiting}/block`, threats)).status).toBe(200);
    expect((await maria.gets("queue")).body.waiting).toEqual([]);
  });

  test("after the end is for who oversees, and closes nothing twice", async () => {
    const { id } = await takenBy(anna, house);
    await anna.posts(`conversations/${id}/close`, { reason: "solved", note: "" });
    expect((await anna.posts(`conversations/${id}/block`, threats)).error).toBe("closed");
    expect((await maria.posts(`conversations/${id}/block`, threats)).status).toBe(200);
    expect((await maria.gets(`conversations/${id}`)).body.closing).toMatchObject({ reason: "solved" });
  });

  test("is lifted by who oversees, once, and listed", async () => {
    const { id } = await takenBy(anna, house);
    const { body } = await anna.posts(`conversations/${id}/block`, threats);
    expect((await anna.gets("blocks")).error).toBe("forbidden");
    expect((await anna.posts(`blocks/${body.id}/lift`)).error).toBe("forbidden");
    expect((await maria.posts(`blocks/${body.id}/lift`)).status).toBe(200);
    expect((await maria.posts(`blocks/${body.id}/lift`)).error).toBe("not_found");
    const { blocks } = (await maria.gets("blocks")).body;
    const listed = blocks.find((one: { id: string }) => one.id === body.id);
    expect(listed).toMatchObject({ reason: "groźby", by: "Anna", lifted: { by: "Maria" } });
    expect((await anna.gets(`conversations/${id}`)).body).not.toHaveProperty("blocked");
  });

  test.each([
    [{ days: 0, reason: "a" }],
    [{ days: 366, reason: "a" }],
    [{ days: 1.5, reason: "a" }],
    [{ days: 1, reason: " " }],
    [{ days: 1 }],
  ])("%j is refused", async (body) => {
    const { id } = await takenBy(anna, house);
    expect((await anna.posts(`conversations/${id}/block`, body)).error).toBe("wrong_body");
  });
});
