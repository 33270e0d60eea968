import { picture } from "../photos/pictures";
import { openPagesHouse, type PagesHouse, textOf } from "./pagesHouse";

let house: PagesHouse;

beforeAll(async () => {
  house = await openPagesHouse();
});
afterAll(async () => {
  await house?.close();
  expect(house?.errors).toEqual([]);
});

const textAt = async (path: string) => textOf(await (await house.get(path)).text());
const kinds = async (id: string) => (await house.requests.events(id)).map(({ kind }) => kind);
const send = async (id: string, path: string, values: Record<string, string | File[]>) =>
  house.post(path, { seen: await house.seen(id), ...values });

test("the link shows all the unit needs, and looking changes nothing", async () => {
  const { id } = await house.file();
  const page = await house.unitPage(id);
  const text = await textAt(page);
  expect(text).toContain(`Sprawa dla: Zarząd Dróg Miasta Krakowa · ${id}`);
  expect(text).toContain("+48 600 700 800 , anna@example.org");
  expect(text).toContain("Wielka dziura, rower mi się <b>prawie</b> złamał.");
  expect(text).toContain("Osoba zgłaszająca");
  // A scanner of letters opens everything it finds.
  const markup = await (await house.get(page)).text();
  for (const [, path = ""] of markup.matchAll(/(?:href|action)="(\/[^"]+)"/g)) await house.get(path);
  expect(await kinds(id)).toEqual(["filed"]);
});

test("the unit takes it, asks, and says what was done, with a photo the resident sees", async () => {
  const { id, page: reporter } = await house.file();
  const page = await house.unitPage(id);
  expect((await send(id, `${page}/przyjmujemy`, { words: "W czwartek." })).headers.get("location")).toBe(
    `${page}?zrobione=przyjmujemy#zrobione`,
  );
  await send(id, `${page}/pytanie`, { words: "Czy da się ominąć?" });
  expect(await textAt(page)).toContain("Czekamy na odpowiedź mieszkańca.");
  const photos = [new File([new Uint8Array(await picture(50, 50).jpeg().toBuffer())], "po.jpg")];
  await send(id, `${page}/zrobione`, { words: "Załatane masą na gorąco.", photos });
  expect(await kinds(id)).toEqual(["filed", "start", "ask", "finish"]);
  expect(await textAt(page)).toContain("Sprawa jest zakończona. Nic już nie musicie robić.");
  const markup = await (await house.get(reporter)).text();
  expect(textOf(markup)).toContain("Załatane masą na gorąco.");
  for (const path of [reporter, page]) {
    const [, source = ""] = /<img src="([^"]+)"/.exec(await (await house.get(path)).text()) ?? [];
    expect((await house.get(source)).headers.get("content-type")).toBe("image/jpeg");
  }
});

test.each(["pytanie", "niewykonalne", "nie-nasze"])("%s needs words people can read", async (what) => {
  const { id } = await house.file();
  const page = await house.unitPage(id);
  await house.does(id, { kind: "forward", unit: "zdmk", because: "" }, { kind: "system" });
  const answer = await send(id, `${page}/${what}`, { words: " " });
  expect([answer.status, textOf(await answer.text())]).toEqual([422, expect.stringContaining("Napisz kilka słów.")]);
  expect(await kinds(id)).toEqual(["filed", "forward"]);
});

test("not theirs: the reason and whose it is go back, and then the link shows nothing of the resident", async () => {
  const { id } = await house.file();
  const page = await house.unitPage(id);
  await house.does(id, { kind: "forward", unit: "zdmk", because: "" }, { kind: "system" });
  await send(id, `${page}/nie-nasze`, { words: "To droga wewnętrzna.", owner: "Zarząd Zieleni" });
  const events = await house.requests.events(id);
  expect(events.at(-1)).toMatchObject({
    kind: "bounce",
    actor: "unit:zdmk",
    words: "To droga wewnętrzna.\nCzyja to sprawa: Zarząd Zieleni",
  });
  await house.does(id, { kind: "forward", unit: "zzm", because: "Droga w parku." }, { kind: "system" });
  const text = await textAt(page);
  expect(text).toContain("Ta sprawa nie jest już u Was");
  expect(text).not.toMatch(/600|anna|rower|Długa/);
  const late = await send(id, `${page}/zrobione`, { words: "a jednak" });
  expect([late.status, textOf(await late.text())]).toEqual([409, expect.stringContaining("nie jest już u Was")]);
  expect(await kinds(id)).toEqual(["filed", "forward", "bounce", "forward"]);
});

test("a link that is changed, too old or asked for without end opens nothing", async () => {
  const { id } = await house.file();
  const page = await house.unitPage(id);
  expect((await house.get(`${page.slice(0, -2)}xx`)).status).toBe(404);
  const { now } = house;
  house.now = new Date(now.getTime() + 181 * 24 * 60 * 60_000);
  expect((await house.get(page)).status).toBe(404);
  house.now = now;
  const guesses = await Promise.all(Array.from({ length: 301 }, () => house.get("/jednostka/zgadnij.mnie")));
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(1);
});
