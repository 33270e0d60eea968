import { contactTextsIn } from "../../../src/pages/contact/texts/texts";
import { picture } from "../photos/pictures";
import { type ContactSite, keyIn, openContactSite } from "./contactHouse";
import { textOf } from "./pagesHouse";

let site: ContactSite;
beforeAll(async () => {
  site = await openContactSite();
});
afterAll(async () => {
  await site?.close();
  expect(site?.errors).toEqual([]);
});

const PDF = new File(["%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"], "pismo.pdf");
const photo = async () => new File([new Uint8Array(await picture(60, 40).png().toBuffer())], "dziura.png");

/** Sends the first form and goes where it leads. */
async function begun(values: Record<string, string | File[]> = {}) {
  site.clock.forward(600);
  const answer = await site.post("/kontakt/?language=pl", {
    key: await site.opened(),
    message: "jest dziura",
    ...values,
  });
  expect(answer.status).toBe(303);
  const where = answer.headers.get("location") ?? "";
  const path = where.split("?")[0] ?? "";
  return { where, path, markup: await (await site.get(where)).text() };
}
const entriesOf = async (path: string) => {
  const id = `form_${path.split("/")[2]?.split(".")[0]}`;
  return site.house.conversations.entriesAfter(id, 0, 100);
};
const residentsIn = async (path: string) => (await entriesOf(path)).filter(({ author }) => author === "resident");

describe("the contact form", () => {
  test("says who answers and what happens with the data, in three languages, and nobody keeps or lists it", async () => {
    for (const language of ["pl", "en", "uk"] as const) {
      const answer = await site.get(`/kontakt/?language=${language}`);
      const markup = await answer.text();
      expect(markup).toContain(`<html lang="${language}">`);
      const { title, assistant, data } = contactTextsIn(language);
      for (const words of [title, assistant, data]) expect(textOf(markup)).toContain(words);
      expect(markup).not.toMatch(/<script|style=| on\w+=/);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "cache-control": "no-store",
        "x-robots-tag": "noindex, nofollow",
        "content-security-policy": expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
      });
    }
    expect((await site.get("/kontakt")).headers.get("location")).toBe("/kontakt/");
  });

  test("leads to a conversation that is greeted, answered, and reached by its address only", async () => {
    const { path, markup } = await begun();
    const text = textOf(markup);
    expect(text).toContain("Dzień dobry. Jestem automatem.");
    expect(text).toMatch(/Ty .*jest dziura Automatyczny asystent .*Słyszę: jest dziura , zobacz stronę \./);
    expect(text).toContain("Zachowaj ten adres");
    expect(markup).toContain('<strong>jest dziura</strong>, zobacz <a href="https://www.krakow.pl"');
    expect(markup).not.toContain("http-equiv");
    const [, , token = ""] = path.split("/");
    const [id = "", mac = ""] = token.split(".");
    for (const wrong of [id, `${id}.${mac.slice(1)}`, `${mac}.${id}`, `x${id}.${mac}`])
      expect([wrong, (await site.get(`/kontakt/${wrong}/`)).status]).toEqual([wrong, 404]);
    expect((await site.get(`/kontakt/${token}`)).status).toBe(200);
  });

  test("pressed twice or sent again is one message; other words from the same form are one more", async () => {
    const key = await site.opened();
    const values = { key, message: "dwa razy", files: [await photo()] };
    const answers = await Promise.all([site.post("/kontakt/", values), site.post("/kontakt/", values)]);
    const places = answers.map((answer) => answer.headers.get("location"));
    expect(places[0]).toBe(places[1]);
    const path = (places[0] ?? "").split("?")[0] ?? "";
    await site.post("/kontakt/", values);
    expect(await residentsIn(path)).toHaveLength(1);
    await site.post("/kontakt/", { key, message: "inne słowa" });
    expect((await residentsIn(path)).map(({ text }) => text)).toEqual(["dwa razy", "inne słowa"]);
  });

  test("takes photos and PDFs, which only the owner of the address reads", async () => {
    const { path, markup } = await begun({ message: "", files: [await photo(), PDF] });
    const [{ attachments = [] } = {}] = await residentsIn(path);
    expect(attachments.map(({ name, contentType }) => [name, contentType])).toEqual([
      ["dziura.jpg", "image/jpeg"],
      ["pismo.pdf", "application/pdf"],
    ]);
    const [, href = ""] = /href="([^"]+\/pliki\/[^"]+)"[^>]*>Plik: pismo.pdf/.exec(markup) ?? [];
    const file = await site.get(href);
    expect([file.status, file.headers.get("content-disposition")]).toEqual([
      200,
      expect.stringContaining("attachment"),
    ]);
    const other = await begun();
    expect((await site.get(href.replace(path, other.path))).status).toBe(404);
  });

  test("tells every mistake at its field and keeps what was typed", async () => {
    const text = new File(["zwykły tekst"], "notatka.txt");
    const values = { message: "ą".repeat(4001), email: "anna@", files: [text] };
    const answer = await site.post("/kontakt/", { key: await site.opened(), ...values });
    expect(answer.status).toBe(422);
    const markup = await answer.text();
    for (const field of ["message", "email", "files"]) {
      expect(markup).toContain(`<a href="#${field}">`);
      expect(markup).toMatch(
        new RegExp(`id="${field}"[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*${field}-error`),
      );
    }
    expect(textOf(markup)).toContain("Wiadomość ma 4001 znaków");
    expect(textOf(markup)).toContain("Pliku „notatka.txt” nie da się przyjąć.");
    expect(markup).toContain('value="anna@"');
    expect(markup).toContain("ą".repeat(4001));
    const key = keyIn(markup);
    expect((await site.post("/kontakt/", { key, message: "teraz dobrze" })).status).toBe(303);
    const empty = await site.post("/kontakt/", { key: await site.opened(), message: " \n" });
    expect(textOf(await empty.text())).toContain("Napisz wiadomość albo dodaj plik.");
    const six = await site.post("/kontakt/", { key: await site.opened(), files: Array(6).fill(PDF) });
    expect(textOf(await six.text())).toContain("Wybierz najwyżej 5 plików.");
  });

  test("a program that fills every field, is too quick, too late or brings its own key has to try again", async () => {
    const late = await site.opened();
    site.clock.forward(25 * 3600);
    const tries: (() => Promise<{ key: string; website?: string }>)[] = [
      async () => ({ key: (await site.opened()).replace(/.$/, (last) => (last === "A" ? "B" : "A")) }),
      async () => ({ key: late }),
      async () => ({ key: "" }),
      async () => ({ key: await site.opened(), website: "https://spam.example" }),
      async () => ({ key: keyIn(await (await site.get("/kontakt/")).text()) }),
    ];
    for (const values of tries) {
      const answer = await site.post("/kontakt/", { message: "kup teraz", ...(await values()) });
      expect(answer.status).toBe(422);
      const markup = await answer.text();
      expect(textOf(markup)).toContain("Twoje słowa są niżej, wyślij je jeszcze raz.");
      expect(markup).toContain("kup teraz");
      site.clock.forward(5);
      const again = await site.post("/kontakt/", { message: "kup teraz", key: keyIn(markup) });
      expect(again.status).toBe(303);
    }
  });

  test("another site's form is refused, and so is who begins too many conversations", async () => {
    const foreign = { "Sec-Fetch-Site": "cross-site" };
    expect((await site.post("/kontakt/", { key: await site.opened(), message: "x" }, foreign)).status).toBe(403);
    site.clock.forward(3600);
    const statuses: number[] = [];
    for (let time = 0; time < 21; time += 1) {
      const key = await site.opened();
      statuses.push((await site.post("/kontakt/", { key, message: `${time}` })).status);
    }
    expect(statuses).toEqual([...Array(20).fill(303), 429]);
    site.clock.forward(3600);
  });
});

describe("the page of a conversation", () => {
  test("has the last buttons as real ones, pressed once however often", async () => {
    const { path, markup } = await begun();
    expect([...markup.matchAll(/<button[^>]*name="press"[^>]*>([^<]+)/g)].map(([, title]) => title)).toEqual([
      "Człowiek",
    ]);
    const press = { key: keyIn(markup), press: "Człowiek" };
    const body = new URLSearchParams(press);
    const pressed = await fetch(site.origin + path, { method: "POST", body, redirect: "manual" });
    expect(pressed.status).toBe(303);
    await site.post(path, press);
    expect((await residentsIn(path)).map(({ text }) => text)).toEqual(["jest dziura", "Człowiek"]);
  });

  test("refreshes itself only while an answer is expected and nobody writes", async () => {
    const { path, markup } = await begun({ message: "cisza" });
    expect(markup).toContain('<meta http-equiv="refresh" content="15">');
    expect(markup).not.toContain("<textarea");
    const writing = await (await site.get(`${path}?pisz=1`)).text();
    expect(writing).not.toContain("http-equiv");
    expect(writing).toContain("<textarea");
    site.clock.forward(31 * 60);
    const later = await (await site.get(path)).text();
    expect(later).not.toContain("http-equiv");
    expect(textOf(later)).toContain("Żeby sprawdzić, czy już jest, odśwież stronę.");
    const key = keyIn(later);
    await site.post(path, { key, message: "halo" });
    expect(textOf(await (await site.get(path)).text())).not.toContain("Czekamy na odpowiedź");
  });

  test("keeps what was typed when something is wrong with it, in the reader's language", async () => {
    const { path } = await begun();
    const key = await site.opened(path);
    const wrong = await site.post(`${path}?language=en`, { key, message: "żółw", files: [new File(["x"], "x.exe")] });
    expect(wrong.status).toBe(422);
    const markup = await wrong.text();
    expect(textOf(markup)).toContain("The file “x.exe” cannot be taken.");
    expect(markup).toMatch(/<textarea[^>]*>\nżółw/);
    expect((await site.post(path, { message: "bez klucza" })).status).toBe(400);
    expect(await residentsIn(path)).toHaveLength(1);
  });

  test("nothing anybody wrote becomes markup", async () => {
    const { markup } = await begun({ message: "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **b**" });
    expect(markup).not.toMatch(/<img|href="javascript/);
    expect(textOf(markup)).toContain("<img src=x onerror=alert(1)>");
  });
});

test("who left an address is told by mail that there is an answer, once, with the link; others are not", async () => {
  await site.house.settled();
  expect(site.mails()).toEqual([]);
  // Of the bot's answers one mail goes out in each hour of the clock: this begins with a new one.
  site.clock.forward(6_600 - ((site.clock.now().getTime() / 1000) % 3_600));
  const { path } = await begun({ email: "Anna@Example.org" });
  await site.post(path, { key: await site.opened(path), message: "i jeszcze" });
  await site.house.settled();
  const mail = { to: "anna@example.org", subject: "Jest odpowiedź na Twoją wiadomość" };
  expect(site.mails()).toEqual([{ ...mail, text: expect.stringContaining(`https://czat.example.org${path}\n`) }]);
});

test("one mailbox is not filled by strangers", async () => {
  const email = "ofiara@example.org";
  for (let time = 0; time < 5; time += 1) await begun({ email });
  const sixth = await site.post("/kontakt/", { key: await site.opened(), message: "x", email: "Ofiara@example.org" });
  expect(sixth.status).toBe(422);
  expect(textOf(await sixth.text())).toContain("Na ten adres wysłaliśmy dziś już kilka wiadomości.");
});
