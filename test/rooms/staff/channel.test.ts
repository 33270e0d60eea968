import { limitsOf } from "../../../src/limitsOf";
import { here, words } from "./deskWork";
import type { Person } from "./person";
import { channelsThatPush, residentOn } from "./pushing";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

const HOUR = 3_600_000;

let house: StaffHouse;
let anna: Person;
/** Only for the windows of channels: the session of whoever looks would be over. */
let passed = 0;
beforeAll(async () => {
  const limits = limitsOf(channelsThatPush, () => new Date(house.now().getTime() + passed));
  house = await openStaffHouse("embedded", { limitsOf: limits });
  anna = await house.hires("consultant", "Anna");
  await here(anna);
});
afterAll(() => house.close());

const seen = async (id: string) => (await anna.gets(`conversations/${id}`)).body;
const taken = async (channel: string) => {
  const resident = await residentOn(channel, [{ text: "halo" }], house);
  await anna.posts(`conversations/${resident.id}/take`);
  return resident;
};

describe("before consultants write they see of the channel", () => {
  test("how long a text, how large a file, whether typing is seen and what is known of what was sent", async () => {
    const [messenger, email, viber] = await Promise.all(["messenger", "email", "viber"].map(taken));
    expect((await seen(messenger?.id ?? "")).limits).toMatchObject({ longestText: 200, fileMegabytes: 5 });
    expect((await seen(email?.id ?? "")).limits).toMatchObject({ typing: false, receipts: "sent" });
    expect((await seen(viber?.id ?? "")).limits).toMatchObject({ fileMegabytes: 0, receipts: "none" });
  });

  test("nothing of one that is switched off, and nothing of a window where there is none", async () => {
    expect(await seen(await house.conversation())).not.toHaveProperty("limits");
    expect((await seen((await taken("telegram")).id)).limits.window).toEqual({ state: "open" });
  });

  test("until when they may write: as a person for longer, then by invitation or not at all", async () => {
    const [messenger, whatsApp, viber] = await Promise.all(["messenger", "whatsapp", "viber"].map(taken));
    /** How each stands so many hours later, and how many hours after the last message that ends. */
    const standing = async (hours: number) => {
      passed = hours * HOUR;
      const all = await Promise.all([messenger, whatsApp, viber].map((one) => seen(one?.id ?? "")));
      return all.map(({ entries, limits: { window } }) => {
        const heard = Date.parse(entries.findLast(({ author }: { author: string }) => author === "resident").at);
        return [window.state, window.until && (Date.parse(window.until) - heard) / HOUR];
      });
    };
    expect(await standing(1)).toEqual(Array(3).fill(["open", 24]));
    // The last one's template is nothing anybody has set up.
    expect(await standing(25)).toEqual([
      ["person", 168],
      ["template", undefined],
      ["closed", undefined],
    ]);
    expect((await standing(170))[0]).toEqual(["closed", undefined]);
    passed = 0;
  });
});

describe("of what they wrote they see", () => {
  test("what became of it, also of old lines when only news are asked for", async () => {
    const resident = await taken("messenger");
    const seq = await resident.hears("Już sprawdzam.", anna);
    const news = async () => (await anna.gets(`conversations/${resident.id}?after=${seq}`)).body;
    expect((await news()).deliveries).toContainEqual({ seq, state: "due" });
    await resident.became(seq, { state: "done", receipt: "delivered" });
    expect(await news()).toMatchObject({
      entries: [],
      deliveries: expect.arrayContaining([{ seq, state: "delivered" }]),
    });
  });

  test("that the resident has blocked us, with what else they left, until the resident writes again", async () => {
    const resident = await taken("telegram");
    const first = await resident.hears("Halo?", anna);
    await resident.became(first, { state: "given_up", reason: "the words were wrong" });
    expect(await seen(resident.id)).not.toHaveProperty("refusesUs");
    await resident.became(first, { state: "given_up", reason: "blocked" });
    expect((await seen(resident.id)).refusesUs).toEqual({ contacts: [] });
    await leavesContact(resident.id, "500 100 100");
    expect((await seen(resident.id)).refusesUs).toEqual({ contacts: ["500 100 100"] });
    await resident.hears("Jest tam kto?", anna);
    expect(await seen(resident.id)).toHaveProperty("refusesUs");
    await resident.says({ text: "już jestem" });
    expect(await seen(resident.id)).not.toHaveProperty("refusesUs");
  });
});

async function leavesContact(id: string, contact: string): Promise<void> {
  const task = { id, same_as: id, conversation_id: id, contact, matter: "", language: "pl" as const };
  await house.storage.db
    .insertInto("contact_tasks")
    .values({ ...task, created_at: house.now() })
    .execute();
}

describe("whatever residents send", () => {
  test("is told with its form; the transcript says what it was", async () => {
    const resident = await taken("telegram");
    await resident.says({ text: "👍", form: "reaction" });
    await resident.says({ text: "ankieta", form: "unreadable" });
    const { entries, lastSeq } = await seen(resident.id);
    expect(entries.slice(-2)).toMatchObject([
      { text: "👍", form: "reaction" },
      { text: "ankieta", form: "unreadable" },
    ]);
    expect((await anna.posts(`conversations/${resident.id}/say`, words("Widzę.", lastSeq))).status).toBe(200);
    await anna.posts(`conversations/${resident.id}/transcript`, { email: "jan@example.pl" });
    const [mail] = await house.storage.mails.take(house.now(), 1, 60);
    expect(mail?.text).toMatch(/Ty\n\[reakcja\] 👍\n\n.*Ty\n\[nieodczytane\] ankieta/s);
  });

  test("in a voice is played in place, and from anywhere in it", async () => {
    const { id } = await taken("whatsapp");
    const bytes = Buffer.from("OggS a voice of nobody");
    const voice = await house.storage.files.save(id, {
      name: "głos.ogg",
      contentType: "audio/ogg; codecs=opus",
      bytes,
    });
    const fetched = (range?: string) =>
      fetch(`${house.url}/console/api/conversations/${id}/files/${voice.id}`, {
        headers: { Cookie: anna.cookie, ...(range && { Range: range }) },
      });
    const whole = await fetched();
    expect([whole.status, whole.headers.get("content-type"), whole.headers.get("accept-ranges")]).toEqual([
      ...[200, "audio/ogg", "bytes"],
    ]);
    for (const [range, part, told] of [
      ["bytes=5-11", "a voice", "bytes 5-11/22"],
      ["bytes=12-", " of nobody", "bytes 12-21/22"],
      ["bytes=-6", "nobody", "bytes 16-21/22"],
      ["bytes=5-999", "a voice of nobody", "bytes 5-21/22"],
    ] as const) {
      const answer = await fetched(range);
      expect([answer.status, await answer.text(), answer.headers.get("content-range")]).toEqual([206, part, told]);
    }
    for (const range of ["bytes=99-", "bytes=-", "bytes=0-1,3-4", "lines=1-2"])
      expect((await fetched(range)).status).toBe(200);
  });

  test("and whatever somebody answered past us makes unseen words stale", async () => {
    const resident = await taken("messenger");
    const { lastSeq } = await seen(resident.id);
    const said = { channel: "messenger", externalId: "m-1", text: "To już załatwione." };
    await house.storage.answeredElsewhere(resident.id, said);
    const stale = await anna.posts(`conversations/${resident.id}/say`, words("Już sprawdzam.", lastSeq));
    expect([stale.status, stale.body.error.missed]).toMatchObject([409, [{ author: "consultant", text: said.text }]]);
    expect(stale.body.error.missed[0]).not.toHaveProperty("authorName");
  });
});
