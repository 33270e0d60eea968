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

const article = (id: string) => house.parts.content().articles.get(id);

describe("suggested replies", () => {
  const suggestionsFor = async (said: string[], language: "pl" | "en" | "uk" = "pl") => {
    const id = await house.conversation({ said, memory: { language } });
    return (await anna.gets(`conversations/${id}/suggestions`)).body;
  };

  test("come from the resident's last words, best first, with the article's short answer", async () => {
    const { suggestions, seq } = await suggestionsFor(["jak wymienić dowód osobisty po zmianie nazwiska"]);
    expect(suggestions[0]).toMatchObject({
      intent: { kind: "article", id: "dowod-osobisty-wymiana" },
      title: article("dowod-osobisty-wymiana")?.title,
      text: article("dowod-osobisty-wymiana")?.answer,
    });
    const scores = suggestions.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(scores.length).toBeLessThanOrEqual(5);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.1);
    expect(seq).toBeGreaterThan(0);
  });

  test("are in the conversation's language", async () => {
    const { suggestions } = await suggestionsFor(["jak wymienić dowód osobisty po zmianie nazwiska"], "en");
    expect(suggestions[0].text).toBe(article("dowod-osobisty-wymiana")?.translations.en.answer);
  });

  test("of a report say so", async () => {
    const { suggestions } = await suggestionsFor(["duża dziura w jezdni"]);
    expect(suggestions[0]).toMatchObject({
      intent: { kind: "service", id: "pothole" },
      title: "Zgłoszenie: Dziura w jezdni",
    });
  });

  test("take the words before with them when the last ones are short", async () => {
    const id = await house.conversation({ said: ["jak wymienić dowód osobisty", "ile czekam?"] });
    const { suggestions } = (await anna.gets(`conversations/${id}/suggestions`)).body;
    const meant = suggestions.map(({ intent }: { intent: { id: string } }) => intent.id);
    expect(meant).toContain("dowod-osobisty-wymiana");
  });

  test("are none where nothing was said, and never change the conversation", async () => {
    const id = await house.conversation();
    const before = (await anna.gets(`conversations/${id}`)).body.lastSeq;
    expect((await anna.gets(`conversations/${id}/suggestions`)).body).toEqual({ suggestions: [] });
    expect((await anna.gets(`conversations/${id}`)).body.lastSeq).toBe(before);
    expect((await anna.gets("conversations/nie-ma/suggestions")).error).toBe("not_found");
  });
});

describe("the transcript", () => {
  /** What the mailer would send now; each mail once. */
  const mailed = () => house.storage.mails.take(house.now(), 100, 3600);

  test("goes to the address with who, when and what, without what staff alone sees", async () => {
    const { id, lastSeq } = await takenBy(anna, house, { said: ["dzień dobry"] });
    await anna.posts(`conversations/${id}/say`, words("Już sprawdzam.", lastSeq));
    await anna.posts(`conversations/${id}/notes`, { text: "tajna notatka", key: crypto.randomUUID() });
    const sent = await anna.posts(`conversations/${id}/transcript`, { email: "jan@example.pl" });
    expect(sent.status).toBe(200);
    const [mail] = await mailed();
    expect(mail).toMatchObject({ to: "jan@example.pl", subject: "Zapis rozmowy z Krakowskim Centrum Kontaktu" });
    expect(mail?.text).toMatch(/\d\d\.\d\d\.\d{4}, \d\d:\d\d Ty\ndzień dobry\n\n/);
    expect(mail?.text).toMatch(/Anna\nJuż sprawdzam\./);
    expect(mail?.text).toMatch(/Asystent\nBot: dzień dobry/);
    expect(mail?.text).not.toContain("tajna");
    const { notes } = (await piotr.gets(`conversations/${id}`)).body;
    expect(notes.map(({ text }: { text: string }) => text)).toContain("Zapis rozmowy wysłany.");
    const elsewhere = JSON.stringify([house.logged, (await piotr.gets(`conversations/${id}`)).body]);
    expect(elsewhere).not.toContain("jan@example.pl");
  });

  test("is in the conversation's language, and sent once for the same words and address", async () => {
    const { id } = await takenBy(anna, house, { memory: { language: "uk" } });
    for (let n = 0; n < 3; n++) await anna.posts(`conversations/${id}/transcript`, { email: "olena@example.pl" });
    expect(await mailed()).toMatchObject([
      { to: "olena@example.pl", subject: "Запис розмови з Краківським контакт-центром" },
    ]);
    expect((await anna.gets(`conversations/${id}`)).body.notes).toHaveLength(1);
  });

  test("is sent by the holder, to an address", async () => {
    const { id } = await takenBy(anna, house);
    const to = (person: Person, email: string) => person.posts(`conversations/${id}/transcript`, { email });
    expect((await to(piotr, "jan@example.pl")).body.error).toEqual({ code: "not_yours", by: "Anna" });
    for (const email of ["jan", "jan@example.pl\nBcc: x@example.pl", ""])
      expect((await to(anna, email)).error).toBe("wrong_body");
  });

  test("is refused where no mail can be sent", async () => {
    const poor = await openStaffHouse("embedded", { settings: { mail: false } });
    const ola = await poor.hires("consultant", "Ola");
    const { id } = await takenBy(ola, poor);
    const came = await ola.posts(`conversations/${id}/transcript`, { email: "jan@example.pl" });
    expect(came).toMatchObject({ status: 409, error: "no_mail" });
    await poor.close();
  });
});
