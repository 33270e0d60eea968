import { describeIfChromium } from "../../reachable";
import { type MailServer, openMailServer } from "../../rooms/delivery/mailServer";
import { beginShift, box, chooses, line, list, says, takeOver, until, waiting } from "./hands";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(120_000);

/** One red dot. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

type Resident = Awaited<ReturnType<typeof waiting>>;

describeIfChromium("what goes between a consultant and a resident besides words", () => {
  let shift: Shift;
  let mail: MailServer;
  let anna: Tab;
  let maria: Tab;
  beforeAll(async () => {
    mail = await openMailServer();
    shift = await openShift({ OFFER_SECONDS: 600, SMTP_URL: mail.url, MAIL_FROM: "kck@example.org" });
    await shift.account("anna", "consultant", { capacity: 0 });
    await shift.account("maria", "supervisor", { capacity: 0 });
    await shift.account("ewa", "editor");
    [anna, maria] = [await shift.comes("anna"), await shift.comes("maria")];
    await beginShift(anna.page);
  });
  afterAll(async () => {
    await shift.close();
    await mail.close();
  });

  const sendsTo = ({ conversationId, token }: Resident, path: string, body: string | FormData, type?: string) =>
    fetch(`${shift.address}/v3/directline/conversations/${conversationId}/${path}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, ...(type && { "Content-Type": type }) },
      body,
    });

  test("that the resident writes is seen, not what", async () => {
    const resident = await waiting(shift, "zaraz napiszę więcej");
    await takeOver(anna.page, "zaraz napiszę więcej");
    const typing = { type: "typing", from: { id: "me" } };
    await until(async () => {
      await sendsTo(resident, "activities", JSON.stringify(typing), "application/json");
      return (await anna.page.getByText("Mieszkaniec pisze…").count()) > 0;
    });
  });

  test("files go both ways", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "mam zdjęcie dziury");
    await takeOver(page, "mam zdjęcie dziury");
    const form = new FormData();
    form.append("file", new Blob([PNG], { type: "image/png" }), "dziura.png");
    expect((await sendsTo(resident, "upload?userId=me", form)).status).toBe(200);
    const photo = page.getByRole("link", { name: /dziura\.jpg/ });
    await photo.waitFor();
    await until(async () =>
      Boolean(await page.evaluate("document.querySelector('a[href*=\"/files/\"] img').naturalWidth")),
    );
    await page.locator("input[type=file]").setInputFiles({ name: "mapa.png", mimeType: "image/png", buffer: PNG });
    await page.getByRole("list", { name: "Pliki do wysłania" }).getByText("mapa.jpg").waitFor();
    await says(page, "Tu jest mapa.");
    await page.getByRole("link", { name: /mapa\.jpg/ }).waitFor();
    const [sent] = (await resident.everything()).filter(({ text }) => text === "Tu jest mapa.");
    expect(sent?.attachments).toMatchObject([{ name: "mapa.jpg", contentType: "image/jpeg" }]);
    const file = await fetch(sent?.attachments?.[0]?.contentUrl ?? "");
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 3)
        .toString("hex"),
    ).toBe("ffd8ff");
  });

  test("what is no picture and no document is refused where it was chosen", async () => {
    const { page } = anna;
    const program = { name: "gra.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ program") };
    await page.locator("input[type=file]").setInputFiles(program);
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByRole("list", { name: "Pliki do wysłania" }).count()).toBe(0);
  });

  test("a report is filled in for the resident, mistakes are shown at their fields, and the number reaches them", async () => {
    const { page } = anna;
    const resident = await shift.resident();
    await resident.says("dziura na Długiej 12");
    await resident.says("chcę rozmawiać z człowiekiem");
    await resident.says("nie umiem wypełnić");
    await takeOver(page, "nie umiem wypełnić");
    await page.getByRole("tab", { name: /Sprawa/ }).click();
    await page.getByRole("button", { name: "Wypełnij zgłoszenie" }).click();
    await page.getByRole("combobox", { name: "Czego dotyczy zgłoszenie" }).fill("dziura");
    await page.getByRole("option", { name: "Dziura w jezdni" }).click();
    const form = page.getByRole("form", { name: "Zapisz zgłoszenie" });
    const place = form.getByLabel(/^Miejsce/);
    // What the resident told the bot is there already.
    await until(async () => /Długiej 12/.test(await place.inputValue()));
    await place.fill("");
    const file = form.getByRole("button", { name: "Zapisz zgłoszenie" });
    await file.click();
    await form.locator(".mantine-InputWrapper-error").first().waitFor();
    await place.and(page.locator(":focus")).waitFor();
    await place.fill("ul. Długa 12");
    await file.click();
    const told = page.getByText(/Zapisano zgłoszenie KR-/);
    await told.waitFor();
    const [number = ""] = ((await told.textContent()) ?? "").match(/KR-\S+\w/) ?? [];
    expect(await resident.hears((lines) => lines.some(({ text }) => text?.includes(number)))).toContain(number);
    await page.getByRole("listitem").filter({ hasText: number }).filter({ hasText: "w toku" }).waitFor();
  });

  test("the resident gets the transcript by e-mail, without the notes", async () => {
    const { page } = anna;
    await waiting(shift, "proszę o zapis rozmowy");
    await takeOver(page, "proszę o zapis rozmowy");
    await says(page, "Już wysyłam.");
    await page.getByRole("tab", { name: /Notatki/ }).click();
    await page.getByRole("textbox", { name: "Nowa notatka" }).fill("Tajna notatka.");
    await page.getByRole("button", { name: "Zapisz notatkę" }).click();
    await page.getByRole("listitem").filter({ hasText: "Tajna notatka." }).waitFor();
    await chooses(page, "Wyślij zapis e-mailem");
    const dialog = page.getByRole("dialog", { name: "Wyślij zapis rozmowy" });
    await dialog.getByLabel(/Adres e-mail mieszkańca/).fill("jan@example.org");
    await dialog.getByRole("button", { name: "Wyślij" }).click();
    await page.getByText("Zapis rozmowy zostanie wysłany.").waitFor();
    await until(async () => mail.came.length === 1, 400);
    expect(mail.came[0]?.to).toEqual(["jan@example.org"]);
    expect(mail.came[0]?.words).not.toContain("Tajna");
  });

  test("a correction of the bot reaches the editors", async () => {
    const { page } = anna;
    const resident = await shift.resident();
    await resident.says("dziura na Długiej 12");
    await resident.says("chcę rozmawiać z człowiekiem");
    await resident.says("to była pomyłka asystenta");
    await takeOver(page, "to była pomyłka asystenta");
    await page.locator("summary", { hasText: "Asystent:" }).first().click();
    await page.getByRole("button", { name: "Poprawna odpowiedź byłaby…" }).click();
    await page.getByRole("textbox", { name: "Poprawna odpowiedź byłaby…" }).fill("latarnia");
    await page.getByRole("option", { name: /Nie działa latarnia/ }).click();
    await page.getByText("Zapisano propozycję dla redakcji: Nie działa latarnia").waitFor();
    const ewa = await shift.comes("ewa");
    const [question] = (await ewa.person.gets("questions?q=dziura")).body.items;
    const intent = { kind: "service", id: "street-lamp" };
    expect(question).toMatchObject({ sample: "dziura na Długiej 12", proposed: [{ intent }] });
    await ewa.page.context().close();
  });

  test("a mention stands above the lists until it was read; the rating stands beside the thread", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "wszystko jasne, dziękuję");
    await takeOver(page, "wszystko jasne, dziękuję");
    await page.getByRole("tab", { name: /Notatki/ }).click();
    const note = page.getByRole("textbox", { name: "Nowa notatka" });
    await note.fill("@Maria zobacz, jaka miła rozmowa");
    await page.getByText("Powiadomienie dostanie: Maria").waitFor();
    await note.press("Control+Enter");
    const mentions = maria.page.getByRole("list", { name: "Notatki, które Cię wspominają" });
    await mentions.getByRole("link", { name: /zobacz, jaka miła/ }).click();
    await line(maria.page, "wszystko jasne, dziękuję").waitFor();
    await mentions.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Zakończ", exact: true }).click();
    await page.getByRole("button", { name: "Zakończ rozmowę" }).click();
    await page.getByText("Rozmowa jest zakończona.", { exact: true }).waitFor();
    await resident.hears((lines) => lines.some(({ suggestedActions }) => suggestedActions?.actions.length === 5));
    await resident.says("4");
    await page.getByRole("tab", { name: /Sprawa/ }).click();
    await page.getByRole("heading", { name: "Ocena mieszkańca" }).waitFor();
    await page.getByRole("tabpanel").getByText("4 z 5").waitFor();
    await list(page, "Zakończone").click();
    await page.getByRole("img", { name: "Ocena 4 z 5" }).first().waitFor();
    expect(await box(page).count()).toBe(0);
  });
});
