import { describeIfChromium } from "../../reachable";
import { available, beginShift, box, chooses, item, line, list, offer, says, takeOver, until, waiting } from "./hands";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(120_000);

const LONG_OFFER = 600;

describeIfChromium("a shift at the console", () => {
  let shift: Shift;
  let anna: Tab;
  let piotr: Tab;
  beforeAll(async () => {
    // Offers are tried in a test of their own; here everybody chooses from the queue.
    shift = await openShift({ OFFER_SECONDS: LONG_OFFER, SILENT_MINUTES: 10 });
    await shift.account("anna", "consultant", { capacity: 0 });
    await shift.account("piotr", "consultant", { capacity: 0 });
    [anna, piotr] = [await shift.comes("anna"), await shift.comes("piotr")];
    for (const { page } of [anna, piotr]) await beginShift(page);
  });
  afterAll(() => shift.close());

  test("a resident is answered by a person, and each sees at once what the other says", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "mam pytanie o parking pod blokiem");
    await until(async () => (await page.title()).startsWith("(1) "));
    await takeOver(page, "parking pod blokiem");
    await says(page, "Dzień dobry, już sprawdzam.");
    expect(await box(page).inputValue()).toBe("");
    const heard = await resident.hears((lines) => lines.some(({ text }) => text?.includes("już sprawdzam")));
    expect(heard).toContain("Rozmawia z Tobą Anna z Krakowskiego Centrum Kontaktu.");
    await resident.post("super, czekam");
    await line(page, "super, czekam").waitFor();
  });

  test("of two who take over at the same moment one has it, and the other is told who", async () => {
    await waiting(shift, "sprawa dla jednej osoby");
    for (const { page } of [anna, piotr]) {
      await list(page, "Czekają").click();
      await item(page, "dla jednej osoby").click();
      await page.getByRole("button", { name: /^Przejmij rozmowę/ }).waitFor();
    }
    await anna.page.getByText("Piotr", { exact: false }).first().waitFor();
    // Whoever is a moment later may find the button gone.
    const presses = ({ page }: Tab) =>
      page.getByRole("button", { name: /^Przejmij rozmowę/ }).click({ timeout: 3_000 });
    await Promise.allSettled([anna, piotr].map(presses));
    await until(async () => (await box(anna.page).count()) + (await box(piotr.page).count()) === 1);
    const [holder, other] = (await box(anna.page).count()) === 1 ? [anna, piotr] : [piotr, anna];
    const name = holder === anna ? "Anna" : "Piotr";
    await other.page.getByText(`Rozmowę prowadzi ${name}.`).first().waitFor();
    await says(holder.page, "Pomagam.");
    await line(other.page, "Pomagam.").waitFor();
    expect(await box(other.page).count()).toBe(0);
  });

  test("words that the resident has overtaken are not sent before they were read again", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "pytam o śmieci");
    await takeOver(page, "pytam o śmieci");
    // The page learns of nothing: as on a line that is slow in one direction.
    await page.route("**/conversations/*?after=*", (route) => route.abort());
    await resident.post("jednak o kino");
    await box(page).fill("Śmieci odbieramy w czwartek.");
    await box(page).press("Control+Enter");
    await page.getByText("Nie wysłano: w międzyczasie pojawiło się coś nowego.").waitFor();
    await page.getByText("jednak o kino").first().waitFor();
    expect(await box(page).inputValue()).toBe("Śmieci odbieramy w czwartek.");
    await page.unroute("**/conversations/*?after=*");
    await says(page, "Kina sprawdzimy razem.");
    const said = (await resident.news()).map(({ text }) => text);
    expect(said).toContain("Kina sprawdzimy razem.");
    expect(said).not.toContain("Śmieci odbieramy w czwartek.");
  });

  test("an answer lost on the way back is not said twice", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "czy to działa podwójnie");
    await takeOver(page, "czy to działa podwójnie");
    let lost = 0;
    await page.route(
      "**/say",
      async (route) => {
        await route.fetch();
        lost++;
        await route.abort();
      },
      { times: 1 },
    );
    await box(page).fill("Tylko raz.");
    await box(page).press("Control+Enter");
    await until(async () => lost === 1);
    await line(page, "Tylko raz.").first().waitFor();
    const again = page.getByRole("button", { name: /Ponów|jeszcze raz|ponownie/i });
    if (await again.count()) await again.first().click();
    await until(async () => (await line(page, "Tylko raz.").count()) === 1);
    const said = (await resident.news()).filter(({ text }) => text === "Tylko raz.");
    expect([lost, said.length]).toEqual([1, 1]);
  });

  test("nothing is lost on either side when the server restarts in mid-chat", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "zanim padnie serwer");
    await takeOver(page, "zanim padnie serwer");
    await says(page, "Jestem przy tym.");
    await box(page).fill("Zaczynam pisać");
    await shift.serverGoes();
    await page.getByText("Brak połączenia z serwerem").first().waitFor();
    await shift.serverComesBack();
    await page.getByText("Brak połączenia z serwerem").first().waitFor({ state: "hidden", timeout: 30_000 });
    expect(await box(page).inputValue()).toBe("Zaczynam pisać");
    await resident.post("jestem z powrotem");
    await line(page, "jestem z powrotem").waitFor({ timeout: 20_000 });
    await line(page, "Jestem przy tym.").waitFor();
    await says(page, "Ja też.");
    expect((await resident.news()).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Jestem przy tym.", "Ja też."]),
    );
  });

  test("a private note with a mention reaches the colleague, never the resident", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "sprawa do obgadania");
    await takeOver(page, "sprawa do obgadania");
    await page.getByRole("tab", { name: /Notatki/ }).click();
    const note = page.getByRole("textbox", { name: "Nowa notatka" });
    await note.pressSequentially("@Pio");
    await page.getByRole("option", { name: /Piotr/ }).first().waitFor();
    await note.press("Enter");
    await note.pressSequentially(" zerknij, proszę");
    await note.press("Control+Enter");
    await page.getByText("zerknij, proszę").first().waitFor();
    await piotr.page.getByText("zerknij, proszę").first().waitFor();
    await resident.post("halo?");
    await line(page, "halo?").waitFor();
    expect(JSON.stringify(await resident.news())).not.toContain("zerknij");
  });

  test("passed to a colleague it is theirs once accepted; the bot goes on where it was when it is given back", async () => {
    const { page } = anna;
    const resident = await shift.resident();
    await resident.says("dziura na Długiej 12");
    await resident.says("chcę z człowiekiem");
    await resident.says("bo to pilne bardzo");
    await takeOver(page, "bo to pilne bardzo");
    await page.getByRole("button", { name: "Przekaż", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Przekaż rozmowę" });
    await dialog.getByText("Piotr").first().click();
    await dialog.getByRole("button", { name: "Przekaż", exact: true }).click();
    await offer(piotr.page).getByRole("button", { name: "Przyjmij" }).click();
    await box(piotr.page).waitFor();
    await says(piotr.page, "Przejmuję, oddaję asystentowi do dokończenia.");
    await chooses(piotr.page, "Oddaj asystentowi");
    await piotr.page.getByRole("button", { name: "Oddaj", exact: true }).click();
    await piotr.page.getByRole("button", { name: "Przejmij od asystenta" }).waitFor();
    const heard = await resident.hears((lines) => lines.some(({ text }) => text?.includes("automatycznym asystentem")));
    expect(heard).toContain("Przekazuję rozmowę");
    expect(await resident.says("jak koło samochodu")).toContain("Czy da się ją bezpiecznie ominąć?");
  });

  test("closed with a reason, the resident is asked how it was, and the answer is shown", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "dziękuję, to wszystko ode mnie");
    await takeOver(page, "to wszystko ode mnie");
    await page.getByRole("button", { name: "Zakończ", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Zakończyć rozmowę?" });
    await dialog.getByLabel("Inny powód").check();
    await dialog.getByLabel(/Notatka – opisz powód/).fill("wszystko jasne");
    const rating = dialog.getByLabel(/Zapytaj mieszkańca o ocenę/);
    if (!(await rating.isChecked())) await rating.check();
    await dialog.getByRole("button", { name: "Zakończ rozmowę" }).click();
    await page.getByText("Rozmowa jest zakończona.", { exact: true }).waitFor();
    const asked = await resident.hears((lines) =>
      lines.some(({ suggestedActions }) => suggestedActions?.actions.length === 5),
    );
    expect(asked).toMatch(/\[5/);
    expect(await resident.says("5")).toMatch(/Dziękuj/);
    expect(await resident.says("bardzo miła pani")).toMatch(/Dziękuj/);
    await page.getByText("bardzo miła pani").first().waitFor();
    await list(page, "Zakończone").click();
    await page.getByRole("img", { name: "Ocena 5 z 5" }).first().waitFor();
  });

  test("with nobody at the desk, or outside the hours, the resident is told so and may leave a contact", async () => {
    for (const { page } of [anna, piotr]) {
      await available(page).click();
      await until(async () => !(await available(page).isChecked()));
    }
    await until(async () => {
      const resident = await shift.resident();
      return /Zostaw kontakt/.test(await resident.says("chcę rozmawiać z człowiekiem"));
    });
    for (const { page } of [anna, piotr]) await beginShift(page);
  });

  test("no browser complained of anything but the refusals that were meant", () => {
    const meant = /401|409|net::ERR|Failed to load resource|WebSocket connection/;
    expect([anna, piotr].flatMap(({ troubles }) => troubles).filter((trouble) => !meant.test(trouble))).toEqual([]);
  });
});
