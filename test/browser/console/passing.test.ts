import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { beginShift, box, chooses, item, line, list, offer, says, takeOver, waiting } from "./hands";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(120_000);

const MINUTE = 60_000;
const BEFORE_MS = 20_000;
/** As a `datetime-local` field of a browser in our own time zone wants it. */
const inField = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);

describeIfChromium("conversations that change hands", () => {
  let shift: Shift;
  let anna: Tab;
  let piotr: Tab;
  let maria: Tab;
  let ids: Record<string, string>;
  beforeAll(async () => {
    shift = await openShift({ OFFER_SECONDS: 600, SILENT_MINUTES: 200 });
    const hired = [
      await shift.account("anna", "consultant", { capacity: 0 }),
      await shift.account("piotr", "consultant", { capacity: 0 }),
      await shift.account("olga", "consultant", { capacity: 1 }),
      await shift.account("maria", "supervisor", { capacity: 0 }),
    ];
    ids = Object.fromEntries(hired.map(({ login, id }) => [login, id]));
    await shift.admin.posts("teams", { name: "Drogi", members: [ids.piotr] });
    [anna, piotr, maria] = [await shift.comes("anna"), await shift.comes("piotr"), await shift.comes("maria")];
    for (const { page } of [anna, piotr]) await beginShift(page);
  });
  afterAll(() => shift.close());

  /** Chooses whom it goes to in the dialog that the button opens. */
  const passes = async (page: Page, to: RegExp, note = "") => {
    await page.getByRole("button", { name: "Przekaż", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Przekaż rozmowę" });
    await dialog.getByRole("radio", { name: to }).check();
    if (note) await dialog.getByLabel(/Notatka dla następnej osoby/).fill(note);
    await dialog.getByRole("button", { name: "Przekaż", exact: true }).click();
    return dialog;
  };

  test("passed to somebody absent it is refused first, then waits for them, with a note", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "sprawa dla Olgi");
    await takeOver(page, "sprawa dla Olgi");
    const dialog = await passes(page, /Olga/, "Obiecany telefon po 14.");
    await dialog.getByLabel("Przekaż mimo to – rozmowa poczeka").check();
    await dialog.getByRole("button", { name: "Przekaż", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await list(page, "Czekają").click();
    await item(page, "sprawa dla Olgi").waitFor();
    const olga = await shift.comes("olga");
    await beginShift(olga.page);
    await offer(olga.page).getByRole("button", { name: "Przyjmij" }).click();
    await box(olga.page).waitFor();
    await olga.page.getByRole("tab", { name: /Notatki/ }).click();
    await olga.page.getByText("Obiecany telefon po 14.").waitFor();
    await says(olga.page, "Dzień dobry, tu Olga.");
    expect(await resident.hears((lines) => lines.some(({ text }) => text?.includes("tu Olga")))).not.toContain("po 14");
    await olga.page.context().close();
  });

  test("passed to a team it is offered to whoever of them is there", async () => {
    const { page } = anna;
    await waiting(shift, "sprawa dla drogowców");
    await takeOver(page, "sprawa dla drogowców");
    await shift.admin.patches(`accounts/${ids.piotr}`, { capacity: 1 });
    await passes(page, /Drogi/);
    await offer(piotr.page).getByRole("button", { name: "Przyjmij" }).click();
    await box(piotr.page).waitFor();
    await line(piotr.page, "sprawa dla drogowców").waitFor();
    await shift.admin.patches(`accounts/${ids.piotr}`, { capacity: 0 });
  });

  test("put aside, it comes back to its holder at the time, though the server was restarted in between", async () => {
    const { page } = anna;
    await waiting(shift, "odezwę się po urlopie");
    await takeOver(page, "odezwę się po urlopie");
    await says(page, "Dobrze.");
    await page.getByRole("button", { name: "Uśpij", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Uśpij rozmowę" });
    await dialog.getByRole("radio", { name: "inny termin" }).check();
    const due = new Date(Math.ceil(Date.now() / MINUTE + 20) * MINUTE);
    await dialog.locator("input[type=datetime-local]").fill(inField(due));
    await dialog.getByRole("button", { name: "Uśpij", exact: true }).click();
    await page
      .getByText(/uśpiona do/)
      .first()
      .waitFor();
    await list(page, "Uśpione").click();
    await item(page, "Dobrze.").waitFor();
    await shift.serverGoes();
    await page.getByText("Brak połączenia z serwerem").first().waitFor();
    await shift.serverComesBack();
    await page.getByText("Brak połączenia z serwerem").first().waitFor({ state: "hidden", timeout: 30_000 });
    // Only to who is there is it given back: opened anew, a page says at once that somebody is.
    shift.passes(due.getTime() - Date.now() - BEFORE_MS);
    for (const tab of [anna, piotr, maria]) {
      const told = tab.page.waitForResponse(/\/presence$/);
      await tab.page.reload();
      await told;
    }
    shift.passes(BEFORE_MS);
    await list(page, "Moje").click();
    await item(page, "Dobrze.").waitFor();
    await page
      .getByText(/uśpiona do/)
      .first()
      .waitFor({ state: "hidden" });
    expect(await box(page).count()).toBe(1);
  });

  test("a supervisor reads along, gives it to somebody else, and both residents and staff see who has it", async () => {
    const resident = await waiting(shift, "coś dla kierowniczki");
    await takeOver(anna.page, "coś dla kierowniczki");
    const { page } = maria;
    await list(page, "U innych").click();
    await item(page, "coś dla kierowniczki").click();
    await page.getByText("Rozmowę prowadzi Anna.").waitFor();
    await says(anna.page, "Zaraz sprawdzę.");
    await line(page, "Zaraz sprawdzę.").waitFor();
    await anna.page.getByText("Maria też tu patrzy").waitFor();
    await chooses(page, "Przydziel osobie");
    const dialog = page.getByRole("dialog", { name: "Przydziel rozmowę" });
    await dialog.getByRole("radio", { name: /Piotr/ }).check();
    await dialog.getByRole("button", { name: "Przydziel", exact: true }).click();
    await anna.page.getByText("Rozmowę prowadzi Piotr.").first().waitFor();
    await list(piotr.page, "Moje").click();
    await item(piotr.page, "Zaraz sprawdzę.").click();
    await says(piotr.page, "Tu Piotr.");
    expect(await resident.hears((lines) => lines.some(({ text }) => text === "Tu Piotr."))).toContain(
      "Rozmawia z Tobą Piotr",
    );
  });

  test("who is blocked reads until when, and is answered again once a supervisor lifts it", async () => {
    const { page } = anna;
    const resident = await waiting(shift, "same wyzwiska tutaj");
    await takeOver(page, "same wyzwiska tutaj");
    await chooses(page, "Zablokuj mieszkańca");
    const dialog = page.getByRole("dialog", { name: "Zablokować mieszkańca?" });
    await dialog.getByLabel(/^Powód/).fill("obelgi");
    await dialog.getByRole("button", { name: "Zablokuj" }).click();
    await page.getByText("Rozmowa jest zakończona.", { exact: true }).waitFor();
    await page.getByText(/zablokowano do .* \(Anna\)/).waitFor();
    expect(await resident.says("i jeszcze jedno wyzwisko")).toContain("naruszenia zasad rozmowy");
    await maria.page.goto(`${shift.address}/console/blocks`);
    await maria.page.getByText("obelgi").waitFor();
    await maria.page.getByRole("button", { name: "Zdejmij blokadę" }).click();
    await maria.page.getByRole("dialog").getByRole("button", { name: "Zdejmij blokadę" }).click();
    await maria.page.getByText(/zdjęta – Maria/).waitFor();
    expect(await resident.says("jak wyrobić dowód osobisty")).not.toContain("naruszenia zasad rozmowy");
  });

  test("no browser complained of anything but the refusals that were meant", () => {
    const meant = /409|net::ERR|Failed to load resource|WebSocket connection/;
    const troubles = [anna, piotr, maria].flatMap((tab) => tab.troubles);
    expect(troubles.filter((trouble) => !meant.test(trouble))).toEqual([]);
  });
});
