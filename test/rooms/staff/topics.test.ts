import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

const ID_CARD = "article:dowod-osobisty-wymiana";

let house: StaffHouse;
let ewa: Person;
let maria: Person;
let anna: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("editor", "Ewa");
  maria = await house.hires("supervisor", "Maria");
  anna = await house.hires("consultant", "Anna");
});
afterAll(() => house.close());

const off = (topic: string, why = "uchwała się zmieniła") => ({ topic, off: true, why });
const on = (topic: string) => ({ topic, off: false });
const topicsOff = async (person: Person): Promise<string[]> => {
  const { body } = await person.gets("topics");
  return body.off.map(({ topic }: { topic: string }) => topic);
};
const heldNow = () => house.parts.content().office.topics.off.map(({ topic }) => topic);

describe("a topic on which a person is to answer", () => {
  afterEach(async () => {
    for (const topic of await topicsOff(ewa)) await ewa.posts("topics", on(topic));
  });

  test("is switched off with a reason, holds at once, and is listed with who and when", async () => {
    expect((await ewa.gets("topics")).body.off).toEqual([]);
    const came = await ewa.posts("topics", off(ID_CARD));
    const listed = {
      topic: ID_CARD,
      title: "Wymiana dowodu osobistego",
      why: "uchwała się zmieniła",
      by: "Ewa",
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    };
    expect(came).toMatchObject({ status: 200, body: { off: [listed] } });
    expect((await anna.gets("topics")).body.off).toEqual([listed]);
    expect(heldNow()).toEqual([ID_CARD]);
  });

  test("is told to other processes, and what they keep is there after a restart", async () => {
    const heard: string[] = [];
    const leave = house.bus.subscribe("office", (what) => void heard.push(what));
    await ewa.posts("topics", off(ID_CARD));
    leave();
    expect(heard).toHaveLength(1);
    const stored = await house.storage.office.current();
    expect(stored.find(({ name }) => name === "topics")?.value).toMatchObject({ off: [{ topic: ID_CARD }] });
  });

  test("is switched on by somebody else, and the bot answers again", async () => {
    await ewa.posts("topics", off(ID_CARD));
    await ewa.posts("topics", off("service:pothole"));
    expect((await maria.posts("topics", on(ID_CARD))).status).toBe(200);
    expect(heldNow()).toEqual(["service:pothole"]);
    expect((await maria.posts("topics", on(ID_CARD))).status).toBe(200);
  });

  test("may be a kind of report, a matter of others or a whole dialog; off once more it has the newer reason", async () => {
    for (const topic of ["service:pothole", "outside:zus", "dialog:check-status"]) {
      expect((await maria.posts("topics", off(topic))).status).toBe(200);
    }
    await ewa.posts("topics", off("service:pothole", "awaria"));
    const { body } = await ewa.gets("topics");
    expect(body.off).toMatchObject([
      { topic: "service:pothole", title: "Dziura w jezdni", why: "awaria", by: "Ewa" },
      { topic: "dialog:check-status", by: "Maria" },
      { topic: "outside:zus", by: "Maria" },
    ]);
  });

  test("nothing is lost when several people switch at the same moment", async () => {
    const all = ["service:pothole", "service:litter", "service:noise", "outside:zus", "dialog:idea", ID_CARD];
    const came = await Promise.all(all.map((topic, i) => [ewa, maria][i % 2]?.posts("topics", off(topic))));
    expect(came.map((one) => one?.status)).toEqual(all.map(() => 200));
    expect((await topicsOff(ewa)).sort()).toEqual([...all].sort());
  });

  test.each([
    ["article:interwencja-kryzysowa", "wrong_body"],
    ["dialog:leave-contact", "wrong_body"],
    ["talk:danger", "wrong_body"],
    ["article:nie-ma-takiego", "unknown_intent"],
    ["pothole", "wrong_body"],
  ])("%s is refused: help and what stands in for a person stay on, and it has to exist", async (topic, code) => {
    expect((await ewa.posts("topics", off(topic))).error).toBe(code);
    expect(heldNow()).toEqual([]);
  });

  test("needs a reason", async () => {
    const came = await ewa.posts("topics", { topic: ID_CARD, off: true, why: "  " });
    expect(came.body.error).toEqual({ code: "wrong_body", fields: ["why"] });
    expect((await ewa.posts("topics", { topic: ID_CARD, off: true })).error).toBe("wrong_body");
  });

  test("is read by those at the desk, and not switched by them", async () => {
    expect((await anna.posts("topics", off(ID_CARD))).error).toBe("forbidden");
  });

  test("is in the audit log, both ways, with the reason", async () => {
    await ewa.posts("topics", off(ID_CARD, "sprawdzamy opłaty"));
    await maria.posts("topics", on(ID_CARD));
    const administrator = await house.hires("administrator");
    const { items } = (await administrator.gets("audit")).body;
    const about = items.filter(({ subject }: { subject?: { id: string } }) => subject?.id === ID_CARD).slice(0, 2);
    expect(about).toMatchObject([
      { act: "topic_switched_on", by: { login: maria.login } },
      { act: "topic_switched_off", by: { login: ewa.login }, details: { why: "sprawdzamy opłaty" } },
    ]);
  });
});
