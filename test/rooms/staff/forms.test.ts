import { randomUUID } from "node:crypto";
import type { DialogState, Memory } from "../../../src/conversation/conversation";
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

const photo = { id: "photo-1", name: "1.jpg", contentType: "image/jpeg", sizeBytes: 1000 };
const running = (state: Partial<DialogState> = {}): DialogState => {
  return { dialog: "report-problem", answers: {}, attachments: [], answered: [], missed: 0, ...state };
};
const hole = {
  place: "ul. Długa 12",
  size: "big",
  avoidable: "can_avoid",
  description: "wielka wyrwa przy krawężniku",
  contact: "600 100 200",
};
const filing = (answers: Record<string, string> = hole, service = "pothole", key: string = randomUUID()) => {
  return { service, answers, key };
};
const files = (person: Person, id: string, body: unknown = filing()) =>
  person.posts(`conversations/${id}/requests`, body);
const memoryOf = async (id: string) => (await house.storage.staff.desk.find(id, house.now()))?.conversation.memory;
const filedIn = (id: string) => house.storage.staff.desk.serviceRequests({ conversationId: id, most: 10 });
const lastEntry = async (id: string) => (await house.storage.conversations.entriesAfter(id, 0, 100)).at(-1);

type Field = { slot: string; value?: string; choices: { value: string; title: string }[] };

describe("a kind of report as one form", () => {
  test("asks what the dialog asks, in the resident's language, under Polish names; photos and consent are not in it", async () => {
    const { body } = await anna.gets("forms/noise?language=en");
    expect(body).toMatchObject({
      dialog: "report-problem",
      kind: "immediate",
      label: expect.stringMatching(/[ąęłóśż]|Hałas/),
    });
    expect(body.urgent).toMatch(/call/);
    const slots = body.fields.map(({ slot }: Field) => slot);
    expect(slots).toEqual(expect.arrayContaining(["place", "description", "contact"]));
    for (const left of ["service", "file_anyway", "photo"]) expect(slots).not.toContain(left);
    expect(body.fields.find(({ slot }: Field) => slot === "place")).toMatchObject({
      label: "Miejsce",
      optional: false,
    });
  });

  test("offers the choices of each question", async () => {
    const { body } = await anna.gets("forms/pothole");
    const size: Field = body.fields.find(({ slot }: Field) => slot === "size");
    expect(size.choices.map(({ value }) => value)).toContain("big");
    expect(body.unit).toBe("Zarząd Dróg Miasta Krakowa");
  });

  test("holds what the resident has told the bot", async () => {
    const dialog = running({ service: "pothole", answers: { place: "Krótka 5", size: "small", contact: "" } });
    const id = await house.conversation({ memory: { dialog } });
    const { body } = await anna.gets(`forms/pothole?conversation=${id}`);
    const values = body.fields.flatMap(({ slot, value }: Field) => (value ? [[slot, value]] : []));
    expect(Object.fromEntries(values)).toEqual({ place: "Krótka 5", size: "small" });
  });

  test("of what is never filed is an explanation without fields", async () => {
    const { body } = await anna.gets("forms/formal-complaint?language=uk");
    expect(body).toMatchObject({ kind: "formal", fields: [], explain: expect.stringMatching(/\p{Script=Cyrillic}/u) });
  });

  test.each(["forms/nie-ma", "forms/pothole?conversation=nie-ma"])("%s is not found", async (path) => {
    expect(await anna.gets(path)).toMatchObject({ status: 404, error: "not_found" });
  });
});

describe("filing for the resident", () => {
  test("gives a number, goes to the unit of the answers, and the resident reads it", async () => {
    const { id } = await takenBy(anna, house);
    const { status, body } = await files(anna, id);
    expect({ status, unit: body.unit }).toEqual({ status: 200, unit: "Zarząd Dróg Miasta Krakowa" });
    expect(await filedIn(id)).toMatchObject([
      {
        service_request_id: body.service_request_id,
        service: "pothole",
        kind: "report",
        agency_responsible: "zdmk",
        place: "ul. Długa 12",
        contact: { phone: expect.stringContaining("600") },
      },
    ]);
    expect(await lastEntry(id)).toMatchObject({
      occasion: "request_filed",
      author: "system",
      authorName: "Anna",
      text: `Zgłoszenie zapisane pod numerem ${body.service_request_id}.`,
    });
    expect(await house.storage.staff.desk.find(id, house.now())).toMatchObject({
      topic: { kind: "service", id: "pothole" },
      area: "drogi",
    });
  });

  test("its history says which consultant filed it; the resident reads nothing of that", async () => {
    const { id } = await takenBy(anna, house);
    const { body } = await files(anna, id);
    const events = house.storage.db.selectFrom("service_request_events").select(["kind", "actor"]);
    const history = await events.where("service_request_id", "=", body.service_request_id).execute();
    expect(history).toEqual([{ kind: "filed", actor: `consultant:${anna.id}` }]);
    const [known] = await house.storage.serviceRequests([body.service_request_id]);
    const said = await house.storage.conversations.entriesAfter(id, 0, 100);
    expect(JSON.stringify([known, said])).not.toContain(anna.id);
  });

  test("an idea is filed as an idea", async () => {
    const { id } = await takenBy(anna, house);
    await files(anna, id, filing({ description: "więcej ławek przy przystankach dla starszych osób" }, "idea"));
    expect(await filedIn(id)).toMatchObject([{ kind: "idea", service: "idea", place: "" }]);
  });

  test("the same key twice files once, even at the same time, and after the conversation was closed", async () => {
    const { id } = await takenBy(anna, house);
    const body = filing();
    const both = await Promise.all([files(anna, id, body), files(anna, id, body)]);
    await anna.posts(`conversations/${id}/close`, { reason: "solved", note: "", askRating: false });
    const again = await files(anna, id, body);
    const numbers = [...both, again].map(({ body: { service_request_id } }) => service_request_id);
    expect(new Set(numbers).size).toBe(1);
    expect(await filedIn(id)).toHaveLength(1);
  });

  test("another person's same key is another report", async () => {
    const key = randomUUID();
    const { id } = await takenBy(anna, house);
    const { id: other } = await takenBy(piotr, house);
    const first = await files(anna, id, filing(hole, "pothole", key));
    const second = await files(piotr, other, filing(hole, "pothole", key));
    expect(first.body.service_request_id).not.toBe(second.body.service_request_id);
  });

  test("names every field that is missing or not understood and files nothing", async () => {
    const { id } = await takenBy(anna, house);
    const { status, body } = await files(anna, id, filing({ ...hole, place: "", contact: "zadzwońcie" }));
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: "form_mistakes",
      mistakes: [
        { slot: "place", problem: "missing", say: expect.stringContaining("Bez dokładnego miejsca") },
        { slot: "contact", problem: "not_understood", say: expect.stringContaining("telefonu") },
      ],
    });
    expect(await filedIn(id)).toEqual([]);
  });

  test("what is explained is not filed", async () => {
    const { id } = await takenBy(anna, house);
    const { status, body } = await files(anna, id, filing({}, "formal-complaint"));
    expect({ status, ...body.error }).toEqual({
      status: 409,
      code: "not_filed",
      explain: expect.stringMatching(/pism/),
    });
  });

  test("an unknown kind is refused", async () => {
    const { id } = await takenBy(anna, house);
    const refused = await files(anna, id, filing({}, "nie-ma"));
    expect(refused).toMatchObject({ status: 400, body: { error: { code: "unknown_intent", fields: ["service"] } } });
  });

  test("only who holds the conversation files in it", async () => {
    const { id } = await takenBy(anna, house);
    expect(await files(piotr, id)).toMatchObject({ status: 409, body: { error: { code: "not_yours", by: "Anna" } } });
    expect(await files(piotr, await house.conversation())).toMatchObject({ status: 409, error: "not_yours" });
    await anna.posts(`conversations/${id}/close`, { reason: "solved", note: "", askRating: false });
    expect(await files(anna, id)).toMatchObject({ status: 409, error: "closed" });
    expect(await files(anna, "nie-ma")).toMatchObject({ status: 404, error: "not_found" });
    expect(await files(await house.hires("editor"), id)).toMatchObject({ status: 403 });
  });

  test("a danger in the answers is told to the resident, in their language", async () => {
    const { id } = await takenBy(anna, house, { memory: { language: "en" } });
    const { fields } = (await anna.gets("forms/street-lamp")).body;
    const first = fields.map(({ slot, choices }: Field) => [slot, choices[0]?.value ?? ""]);
    const answers = { ...Object.fromEntries(first), place: "Lea 5", description: "exposed wires at the bottom" };
    expect((await files(anna, id, filing(answers, "street-lamp"))).status).toBe(200);
    expect((await lastEntry(id))?.text).toMatch(/^Your report is filed under number KR-.*call at once: 991/s);
  });
});

describe("the bot's own dialog", () => {
  const left = async (memory: Partial<Memory>) => {
    const { id } = await takenBy(anna, house, { memory });
    expect((await files(anna, id)).status).toBe(200);
    return { id, memory: await memoryOf(id) };
  };

  test("of the same matter is over, and its photos go along", async () => {
    const dialog = running({ service: "pothole", answers: { place: "Krótka 5" }, attachments: [photo], asked: "size" });
    const offered = [{ title: "Wyślij", wish: { kind: "send" as const } }];
    const { id, memory } = await left({ dialog, offered });
    expect(memory).not.toHaveProperty("dialog");
    expect(memory?.offered).toEqual([]);
    expect(await filedIn(id)).toMatchObject([{ attachments: [photo], place: "ul. Długa 12" }]);
  });

  test("that did not know its kind yet is over too, and the one set aside for it comes back", async () => {
    const paused = running({ dialog: "leave-contact" });
    const { memory } = await left({ dialog: running({ asked: "service" }), paused });
    expect(memory).toMatchObject({ dialog: paused });
    expect(memory).not.toHaveProperty("paused");
  });

  test("of another matter stays", async () => {
    const dialog = running({ service: "litter", asked: "place" });
    const { memory } = await left({ dialog });
    expect(memory?.dialog).toEqual(dialog);
  });
});

test("the consultant may go on writing after filing", async () => {
  const { id, lastSeq } = await takenBy(anna, house);
  await files(anna, id);
  expect((await anna.posts(`conversations/${id}/say`, words("Zapisane.", lastSeq + 1))).status).toBe(200);
});
