import { describeIfChromium } from "../reachable";
import { available, beginShift, box, line, staffAt, takeOver, until, waiting, waitingItem } from "./staffHands";
import { openStaffShift, type StaffShift, type StaffTab } from "./staffShift";

jest.setTimeout(120_000);

describeIfChromium("a shift at the staff page", () => {
  let shift: StaffShift;
  let admin: StaffTab;
  let anna: StaffTab;
  let piotr: StaffTab;
  beforeAll(async () => {
    shift = await openStaffShift();
    ({ admin, anna, piotr } = await staffAt(shift));
  });
  afterAll(() => shift.close());

  test("a resident is answered by a person, goes back to the bot and is closed with a reason", async () => {
    const { page } = anna;
    await page.getByText("Nikt nie przyjmuje rozmów").waitFor();
    await page.getByRole("button", { name: "Zacznij przyjmować" }).click();
    expect(await available(page).getAttribute("aria-checked")).toBe("true");
    await page.getByText("Na dyżurze: 1").waitFor();

    const resident = await waiting(shift, "mam pytanie o parking pod blokiem");
    await until(async () => (await page.title()).startsWith("(1) "));
    await takeOver(page, "parking pod blokiem");
    await box(page).fill("Dzień dobry, już sprawdzam.");
    await box(page).press("Enter");
    await line(page, "Dzień dobry, już sprawdzam.").waitFor();
    expect(await box(page).inputValue()).toBe("");
    const heard = await resident.hears((lines) => lines.some(({ text }) => text?.includes("już sprawdzam")));
    expect(heard).toContain("Rozmawia z Tobą Anna z Krakowskiego Centrum Kontaktu.");

    await resident.post("super, czekam");
    await line(page, "super, czekam").waitFor();

    await page.getByRole("button", { name: "Oddaj asystentowi" }).click();
    await page.getByRole("button", { name: "Przejmij od asystenta" }).waitFor();
    expect(await resident.says("jak wyrobić dowód")).toContain("dowód");

    await page.getByRole("button", { name: "Przejmij od asystenta" }).click();
    await page.getByRole("button", { name: "Zakończ…" }).click();
    await page.getByLabel("Inny powód").check();
    await page.getByLabel("Notatka – opisz powód").fill("wszystko jasne");
    await page.getByRole("button", { name: "Zakończ rozmowę" }).click();
    await page.getByText("Rozmowa zakończona: Inny powód. Zakończenie: Anna.").waitFor();
  });

  test("who comes second sees at once that somebody else has it", async () => {
    await beginShift(anna.page);
    const resident = await waiting(shift, "sprawa dla jednej osoby");
    await waitingItem(piotr.page, "dla jednej osoby").click();
    await piotr.page.getByRole("button", { name: "Przejmij rozmowę" }).waitFor();
    await takeOver(anna.page, "dla jednej osoby");
    await piotr.page.getByText("Rozmowę prowadzi Anna.").waitFor();
    expect(await piotr.page.getByRole("button", { name: /Przejmij/ }).count()).toBe(0);
    expect(await box(piotr.page).count()).toBe(0);
    await box(anna.page).fill("Pomagam.");
    await box(anna.page).press("Enter");
    await line(piotr.page, "Pomagam.").waitFor();
    expect(await resident.hears()).toContain("Anna");
  });

  test("words that the resident has overtaken are not sent before they were read again", async () => {
    const { page } = anna;
    await beginShift(page);
    const resident = await waiting(shift, "pytam o śmieci");
    await takeOver(page, "pytam o śmieci");
    // The page learns of nothing: as on a line that is slow in one direction.
    await page.route("**/conversations/*?after=*", (route) => route.abort());
    await resident.post("jednak o kino");
    await box(page).fill("Śmieci odbieramy w czwartek.");
    await box(page).press("Enter");
    await page.getByText("Mieszkaniec napisał coś w międzyczasie.").waitFor();
    await line(page, "jednak o kino").waitFor();
    expect(await box(page).inputValue()).toBe("Śmieci odbieramy w czwartek.");
    expect(await line(page, "Śmieci odbieramy w czwartek.").count()).toBe(0);
    await page.unroute("**/conversations/*?after=*");
    await box(page).fill("Kina sprawdzimy razem.");
    await box(page).press("Enter");
    await line(page, "Kina sprawdzimy razem.").waitFor();
    expect(await line(page, "Kina sprawdzimy razem.").count()).toBe(1);
  });

  test("an answer lost on the way back is not said twice", async () => {
    const { page } = anna;
    await beginShift(page);
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
    await box(page).press("Enter");
    await page.getByText("Nie wysłano.").waitFor();
    await box(page).press("Enter");
    await until(async () => (await box(page).inputValue()) === "");
    const said = (await resident.news()).filter(({ text }) => text === "Tylko raz.");
    expect([lost, said.length]).toEqual([1, 1]);
  });

  test("a lost connection is shown, and nothing begun is lost with it", async () => {
    const { page } = anna;
    await beginShift(page);
    const resident = await waiting(shift, "zanim padnie serwer");
    await takeOver(page, "zanim padnie serwer");
    await box(page).fill("Zaczynam pisać");
    await shift.serverGoes();
    await page.getByText("Brak połączenia z serwerem.").waitFor();
    await shift.serverComesBack();
    await page.getByText("Brak połączenia z serwerem.").waitFor({ state: "hidden", timeout: 30_000 });
    expect(await box(page).inputValue()).toBe("Zaczynam pisać");
    await resident.post("jestem z powrotem");
    await line(page, "jestem z powrotem").waitFor({ timeout: 20_000 });
    await box(page).fill("Ja też.");
    await box(page).press("Enter");
    await line(page, "Ja też.").waitFor();
  });

  test("no browser complained of anything but the refusals that were meant", () => {
    const meant = /401|409|net::ERR|Failed to load resource/;
    expect([admin, anna, piotr].flatMap(({ troubles }) => troubles).filter((trouble) => !meant.test(trouble))).toEqual(
      [],
    );
  });
});
