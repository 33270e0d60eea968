import type { Effect } from "../../../src/conversation/outcome";
import { formatNumber } from "../../../src/serviceRequests/number";
import { answer, contactTask, conversationIn, describeStorage, noon, pothole, seconds, textsOf, turn } from "./given";

const file = (more: Parameters<typeof pothole>[0] = {}): Effect => ({
  kind: "file_service_request",
  request: pothole(more),
});

describeStorage("what a turn brings about", (given) => {
  test("a service request gets its number, which the reply tells, and a first event", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const at = new Date("2031-05-05T10:00:00.000Z");
    const replies = [
      { text: "Przyjęte: {service_request_id}." },
      { text: "Zapisz numer {service_request_id}! {service_request_page}" },
    ];
    await turn(storage, id, answer("", { replies, effects: [file({ place: "Długa 12" })] }), at);
    const number = formatNumber(2031, 1);
    const [row] = await storage.db.selectFrom("service_requests").selectAll().where("id", "=", number).execute();
    const page = `/sprawa/${row?.page_key}`;
    expect((await textsOf(storage, id)).slice(2)).toEqual([`Przyjęte: ${number}.`, `Zapisz numer ${number}! ${page}`]);
    expect(row).toMatchObject({
      conversation_id: id,
      place: "Długa 12",
      answers: { size: "duża" },
      contact: { phone: "600 000 000" },
      attachments: [],
      status: "open",
    });
    const events = storage.db.selectFrom("service_request_events").selectAll();
    expect(await events.where("service_request_id", "=", number).execute()).toMatchObject([
      {
        service_request_id: number,
        number: 1,
        at,
        actor: "resident",
        kind: "filed",
        status: "open",
        status_notes: "Przyjęliśmy zgłoszenie.",
        agency_responsible: "ZDMK",
        state: "received",
        because: "droga publiczna",
      },
    ]);
  });

  test("who knows the number sees what is public, in the order asked for, also within a turn", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const at = new Date("2032-05-05T10:00:00.000Z");
    await turn(storage, id, answer("", { effects: [file(), file({ service: "street-lamp", unit: "ZDMK-O" })] }), at);
    const [first, second] = [formatNumber(2032, 1), formatNumber(2032, 2)];
    const seen = await storage.serviceRequests([second, "KR-1999-000001-1", first]);
    const dates = { requestedAt: at, updatedAt: at };
    expect(seen).toEqual([
      { service_request_id: second, service: "street-lamp", agency_responsible: "ZDMK-O", ...open, ...dates },
      { service_request_id: first, service: "road-pothole", agency_responsible: "ZDMK", ...open, ...dates },
    ]);
    await storage.turns.accept(
      { conversationId: id, channel: "web", externalId: "s", text: "", attachments: [] },
      noon,
    );
    await storage.turns.runNext(
      id,
      async ({ serviceRequests }) => {
        expect(await serviceRequests([second, first])).toEqual(seen);
        expect(await serviceRequests([])).toEqual([]);
        return answer("");
      },
      () => noon,
    );
    expect.assertions(3);
  });

  test("a repeated turn answers the number of the first service request", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const at = new Date("2033-05-05T10:00:00.000Z");
    const twice = answer("{service_request_id}", { effects: [file({ sameAs: "message-1" })] });
    await turn(storage, id, twice, at);
    await turn(storage, id, twice, at);
    await turn(storage, id, answer("{service_request_id}", { effects: [file()] }), at);
    const texts = await textsOf(storage, id);
    expect([texts[2], texts[4], texts[6]]).toEqual([1, 1, 2].map((n) => formatNumber(2033, n)));
  });

  test("numbers count per Polish year, without doubles or gaps however many are filed at once", async () => {
    const { storage, another } = given();
    const ids = await Promise.all(Array.from({ length: 20 }, () => conversationIn(storage)));
    const oneHourBeforeMidnight = new Date("2034-12-31T22:30:00.000Z");
    const justAfterMidnight = new Date("2034-12-31T23:30:00.000Z");
    const filed = answer("{service_request_id}", { effects: [file()] });
    const fileAgain = () => answer("{service_request_id}", { effects: [file()] });
    await Promise.all(ids.map((id, n) => turn(n % 2 ? storage : another, id, fileAgain, oneHourBeforeMidnight)));
    const told = await Promise.all(ids.map(async (id) => (await textsOf(storage, id)).at(-1)));
    expect(told.sort()).toEqual(ids.map((_, n) => formatNumber(2034, n + 1)).sort());
    const [id = ""] = ids;
    await turn(storage, id, filed, justAfterMidnight);
    expect((await textsOf(storage, id)).at(-1)).toBe(formatNumber(2035, 1));
  });

  test("a contact left becomes one task, also when the turn is repeated", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const task = contactTask({ contact: "anna@example.org", matter: "dowód" });
    await turn(storage, id, answer("", { effects: [{ kind: "leave_contact", task }] }), seconds(1));
    await turn(storage, id, answer("", { effects: [{ kind: "leave_contact", task }] }), seconds(2));
    const tasks = storage.db.selectFrom("contact_tasks").select(["contact", "matter", "language", "created_at"]);
    expect(await tasks.where("conversation_id", "=", id).execute()).toEqual([
      { contact: "anna@example.org", matter: "dowód", language: "pl", created_at: seconds(1) },
    ]);
  });

  test("who waits is told the place in the queue, and keeps it until somebody before leaves", async () => {
    const { storage } = given();
    await storage.db.updateTable("conversations").set({ speaker: "bot", waiting_since: null }).execute();
    const waiting = (id: string, at: Date) =>
      turn(storage, id, answer("Jesteś {queue_position} w kolejce", { speaker: "waiting" }), at);
    const lastWords = async (id: string) => (await textsOf(storage, id)).at(-1);
    const [a, b, c] = [await conversationIn(storage), await conversationIn(storage), await conversationIn(storage)];
    await waiting(a, seconds(1));
    await waiting(b, seconds(2));
    await waiting(c, seconds(3));
    expect(await Promise.all([a, b, c].map(lastWords))).toEqual([1, 2, 3].map((n) => `Jesteś ${n} w kolejce`));
    await waiting(b, seconds(10));
    expect(await lastWords(b)).toBe("Jesteś 2 w kolejce");
    await turn(storage, a, answer("Wracam", { speaker: "bot" }), seconds(11));
    await waiting(b, seconds(12));
    await waiting(c, seconds(13));
    expect(await Promise.all([b, c].map(lastWords))).toEqual(["Jesteś 1 w kolejce", "Jesteś 2 w kolejce"]);
    await waiting(a, seconds(14));
    expect(await lastWords(a)).toBe("Jesteś 3 w kolejce");
  });
});

const open = { state: "received", status: "open", status_notes: "Przyjęliśmy zgłoszenie." };
