import { fileTypeOf } from "../../src/conversation/fileType";
import { type FreshDatabase, freshEmbedded } from "../databases";
import { type MailServer, openMailServer } from "../rooms/delivery/mailServer";
import { picture } from "../rooms/photos/pictures";
import { type Person, visitor } from "../rooms/staff/person";
import { resident } from "./resident";
import { runningApp } from "./runningApp";

jest.setTimeout(180_000);

/** The whole way of a report, through every door, over real HTTP and SMTP. */
describe("a report, from a sentence in the chat to done again", () => {
  let database: FreshDatabase;
  let mail: MailServer;
  let app: Awaited<ReturnType<typeof runningApp>>;
  let staff: Person;
  let anna: Awaited<ReturnType<typeof resident>>;
  let id = "";
  let page = "";
  let unitPage = "";

  beforeAll(async () => {
    [database, mail] = [await freshEmbedded(), await openMailServer()];
    const from = "hejnal@krakow.example";
    app = await runningApp(database, { SMTP_URL: mail.url, MAIL_FROM: from, REAL_DELIVERY: "on" });
    staff = visitor(app.address);
    const oneTime = app.administrator?.oneTimePassword ?? "";
    await staff.logsIn("admin", oneTime);
    await staff.posts("password", { old: oneTime, new: "spokojne poranki nad Wisłą" });
    anna = await resident(app.address);
  });
  afterAll(async () => {
    await app.close();
    await mail.close();
    await database.drop();
  });

  const comes = async <T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> => {
    for (let tried = 0; tried < 600; tried++) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error("it never came");
  };
  const says = (words: RegExp) => anna.hears((lines) => lines.some(({ text }) => words.test(text ?? "")));
  const html = async (path: string) => (await fetch(`${app.address}${path}`)).text();
  const open311 = async () => {
    const answer = await fetch(`${app.address}/open311/v2/requests/${id}.json`);
    const [request]: ReturnType<typeof JSON.parse> = await answer.json();
    return request;
  };
  const inConsole = async () => (await staff.gets(`requests/${id}`)).body;
  const sends = async (path: string, fields: Record<string, string>, photo?: Buffer) => {
    const form = new FormData();
    const [, seen = ""] = /name="seen" value="(\d+)"/.exec(await html(path.replace(/\/[^/]*$/, ""))) ?? [];
    for (const [name, value] of Object.entries({ seen, ...fields })) form.append(name, value);
    if (photo) form.append("photos", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "po.jpg");
    const answer = await fetch(`${app.address}${path}`, { method: "POST", body: form, redirect: "manual" });
    expect({ path, status: answer.status }).toEqual({ path, status: 303 });
  };
  const unit = (act: string, words = "", photo?: Buffer) => sends(`${unitPage}/${act}`, { words }, photo);
  const pathOf = (address: string) => new URL(address).pathname;

  test("the office says where the road administration reads its mail", async () => {
    const value = { units: { zdmk: [{ kind: "email", to: ["dyzur@zdmk.example"] }] } };
    expect((await staff.posts("office/ways", { seen: 0, value, why: "adres z umowy" })).status).toBe(200);
  });

  test("a sentence becomes a report with kind, place and size", async () => {
    const heard = await anna.says("na Długiej 12 wielka dziura, rower mi się prawie złamał");
    expect(heard).toMatch(/Dziura w jezdni|dziura w jezdni/);
    expect(heard).toMatch(/Długa 12|Długiej 12/);
    let last = heard;
    for (let step = 0; step < 8 && !/KR-\d{4}-\d{6}-\d/.test(last); step++)
      last = await anna.says(/Wyślij/.test(last) ? "wyślij" : "pomiń");
    id = /KR-\d{4}-\d{6}-\d/.exec(last)?.[0] ?? "";
    page = pathOf(/https?:\/\/[^\s)]*\/sprawa\/[\w-]+/.exec(last)?.[0] ?? "http://none.example/none");
    expect(id).not.toBe("");
    expect((await inConsole()).answers).toContainEqual(
      expect.objectContaining({ answer: expect.stringMatching(/iększa/) }),
    );
    expect(await html(page)).toContain(id);
  });

  test("it reaches the unit's mailbox, and only then it counts as forwarded", async () => {
    const letter = await comes(() => mail.came.find(({ to }) => to.includes("dyzur@zdmk.example")));
    const words = letter.words.replace(/=\r\n/g, "").replace(/=3D/g, "=");
    expect(words).toContain(id);
    unitPage = pathOf(/https?:\/\/[^\s"<>]*\/jednostka\/[\w.~-]+/.exec(words)?.[0] ?? "http://none.example/none");
    expect(await says(/Zarząd Dróg/)).toContain(id);
    expect(await html(unitPage)).toContain("Długiej 12");
    expect(await open311()).toMatchObject({ service_request_id: id, status: "open" });
  });

  test("the unit asks, the resident answers on the page", async () => {
    await unit("pytanie", "Na którym pasie jest dziura?");
    expect(await says(/Na którym pasie/)).toContain(id);
    expect((await inConsole()).state).toBe("waiting_for_resident");
    expect(await html(page)).toContain("Na którym pasie jest dziura?");
    await sends(`${page}/odpowiedz`, { words: "Na prawym, przy krawężniku." });
    await comes(() => mail.came.find(({ words }) => /kraw=C4=99|krawężniku/.test(words)));
    expect(await html(unitPage)).toContain("Na prawym, przy krawężniku.");
  });

  test("it is done with a photo, which lost its position on the way", async () => {
    await unit("przyjmujemy");
    await unit("zrobione", "Załatane asfaltem.", await picture().jpeg().toBuffer());
    expect(await says(/Załatane asfaltem/)).toContain(id);
    const view = await inConsole();
    expect(view.state).toBe("done");
    const [photo] = view.events.at(-1).attachments;
    const response = await fetch(`${app.address}${page}/zdjecia/${photo.id}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(fileTypeOf(bytes)).toBe("image/jpeg");
    expect(bytes.includes("Exif")).toBe(false);
    expect(await open311()).toMatchObject({ status: "closed" });
  });

  test("the resident reopens it, the unit gets it again, and it is done again", async () => {
    const before = mail.came.length;
    await sends(`${page}/otworz-ponownie`, { words: "Dziura jest dalej, tylko mniejsza." });
    await comes(() => mail.came.slice(before).find(({ to }) => to.includes("dyzur@zdmk.example")));
    await comes(async () => ((await inConsole()).state === "forwarded" ? true : undefined));
    expect(await open311()).toMatchObject({ status: "open" });
    await unit("zrobione", "Poprawione.");
    const fixed = `Tak, naprawione (${id})`;
    expect(await says(/Poprawione/)).toContain(`[${fixed}] [Nie, otwórz ponownie (${id})]`);
    expect(await anna.says(fixed)).toContain("Dziękuję za potwierdzenie");
    // Pressed once more it tells how it stands, and nothing happens twice.
    expect(await anna.says(fixed)).toContain(`Zgłoszenie ${id}`);
    const view = await inConsole();
    expect(view.state).toBe("done");
    const kinds: string[] = view.events.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual([
      "filed",
      "forward",
      "ask",
      "answer",
      "start",
      "finish",
      "reopen",
      "forward",
      "finish",
      "confirm",
    ]);
  });

  test("all of it can be read in the chat by its number, and Open311 says nothing personal", async () => {
    expect(await anna.says(id)).toMatch(/Załatwione|załatwion|zakończ|naprawion/i);
    const told = JSON.stringify(await open311());
    for (const words of ["rower", "krawężniku", "Załatane", "Poprawione"]) expect(told).not.toContain(words);
  });

  test("the city's portal reads the answers with a key the console made, until it is ended", async () => {
    const { body } = await staff.posts("api-keys", { name: "portal", perMinute: 100 });
    const reads = (path: string) =>
      fetch(`${app.address}/api/v1/${path}`, { headers: { "X-Api-Key": String(body.key) } });
    const found = await reads("search?q=zgubilem+dowod&language=en");
    expect(await found.json()).toMatchObject({ bot: "answer" });
    const etag = (await reads("articles")).headers.get("etag") ?? "";
    const again = await fetch(`${app.address}/api/v1/articles`, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    await staff.posts(`api-keys/${body.apiKey.id}/end`);
    expect((await reads("articles")).status).toBe(401);
  });
});
