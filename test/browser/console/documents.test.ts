import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { until } from "./hands";
import { looks } from "./looks";
import { openShift, type Shift } from "./shift";

jest.setTimeout(240_000);

describeIfChromium("dialogs and words as documents", () => {
  let shift: Shift;
  beforeAll(async () => {
    shift = await openShift();
    await shift.account("zofia", "editor");
    await shift.account("marta", "editor");
  });
  afterAll(() => shift.close());

  const opens = async (page: Page, title: string) => {
    await page.goto(`${shift.address}/console/knowledge/_documents`);
    await page.getByRole("button", { name: title }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  };
  const saved = (page: Page) => page.locator('[data-state="saved"]').waitFor();
  const field = (page: Page, name: string) => page.locator(`[id="field:${name}"]`);

  test("an editor changes a phrase, is told at the field what is wrong, and a reload keeps it", async () => {
    const book = looks("documents");
    const { page, troubles } = await shift.comes("zofia");
    await page.goto(`${shift.address}/console/knowledge`);
    await page.getByRole("tab", { name: "Dialogi i słowa" }).click();
    await page.getByRole("heading", { level: 2, name: "Rodzaje zgłoszeń" }).waitFor();
    await book.lookInBoth("list", page);
    await page.getByLabel("Szukaj dokumentu").fill("slowa bota po polsku");
    await until(async () => (await page.getByRole("heading", { level: 2 }).count()) === 1);
    await page.getByRole("button", { name: "Słowa bota po polsku" }).click();
    await page.getByRole("heading", { level: 1, name: "Słowa bota po polsku" }).waitFor();

    await field(page, "metresAway").fill("około {metry} m stąd");
    const mistakes = page.getByRole("region", { name: "Do poprawienia przed publikacją: 1" });
    await mistakes.getByText("nieznana wartość {metry}").waitFor();
    await saved(page);
    await page.getByRole("button", { name: /^Co można zrobić ze zgłoszeniem/ }).focus();
    await page.keyboard.press("Enter");
    await field(page, "acts.add").waitFor();
    await book.lookInBoth("form", page);
    await mistakes.getByRole("button", { name: "metresAway" }).click();
    await until(() => page.evaluate("document.activeElement.id === 'field:metresAway'"));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("około {metres} m stąd");
    await mistakes.waitFor({ state: "detached" });
    await page.reload();
    await until(async () => (await field(page, "metresAway").inputValue()) === "około {metres} m stąd");

    await page.getByLabel("Szukaj w polach").fill("wycofac jednostka");
    await field(page, "acts.withdraw.ask").waitFor();
    await page.getByText("Pola z tymi słowami: 1").waitFor();
    await field(page, "metresAway").waitFor({ state: "detached" });
    await page.setViewportSize({ width: 320, height: 900 });
    await book.look("narrow form", page, "all but colours");
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("steps are moved, added and taken away with the keyboard, and the focus goes along", async () => {
    const { page, troubles } = await shift.comes("zofia");
    await opens(page, "Pomysł dla miasta");
    const focused = (id: string) => until(() => page.evaluate(`document.activeElement.id === ${JSON.stringify(id)}`));
    await page.getByRole("button", { name: /^Kroki/ }).focus();
    await page.keyboard.press("Enter");
    const opener = (n: number) => field(page, `steps[${n}]`);
    const [first, second] = [await opener(0).textContent(), await opener(1).textContent()];
    await opener(0).press("Enter");
    await field(page, "steps[0].slot").waitFor();
    await page.locator('[id="down:steps[0]"]').focus();
    await page.keyboard.press("Enter");
    await focused("down:steps[1]");
    await field(page, "steps[1].slot").waitFor();
    expect(await field(page, "steps[0].slot").count()).toBe(0);
    expect((await opener(0).textContent())?.slice("Pozycja 1".length)).toBe(second?.slice("Pozycja 2".length));
    await page.locator('[id="up:steps[1]"]').focus();
    await page.keyboard.press("Enter");
    await focused("up:steps[0]");
    await opener(0).press("Enter");
    expect(await opener(0).textContent()).toBe(first);

    const steps = await page.locator('[id^="down:steps["]').count();
    await page.getByRole("button", { name: "Dodaj: Kroki", exact: true }).press("Enter");
    await page.getByRole("menuitem", { name: "confirm" }).press("Enter");
    await focused(`field:steps[${steps}]`);
    expect(await page.locator('[id^="down:steps["]').count()).toBe(steps + 1);
    await page.locator(`[id="remove:steps[${steps}]"]`).press("Enter");
    await focused(`remove:steps[${steps - 1}]`);
    await saved(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("the text as a whole: what is no YAML is told with its line, and nothing typed is lost", async () => {
    const book = looks("documents");
    const { page, troubles } = await shift.comes("zofia");
    await opens(page, "Terminy spraw w dniach");
    await page.getByRole("tab", { name: "Tekst" }).click();
    const text = page.getByLabel("Cały tekst dokumentu (YAML)");
    const before = await text.inputValue();
    await text.fill(`${before}services: [\n`);
    await page.keyboard.press("Control+s");
    await page
      .getByText(/^dialogs\/_timings\.yaml, wiersz \d+/)
      .first()
      .waitFor();
    await page.getByRole("tab", { name: "Formularz" }).click();
    await page.getByText("Tego tekstu nie da się pokazać jako formularz.").waitFor();
    await page.getByRole("tab", { name: "Tekst" }).click();
    await text.fill(before.replace("dueDays: 14,", "dueDays: 15,"));
    await page.getByRole("button", { name: "Zapisz", exact: true }).click();
    await page.getByRole("region", { name: /^Do poprawienia/ }).waitFor({ state: "detached" });
    await book.lookInBoth("text", page);
    await page.getByRole("tab", { name: "Formularz" }).click();
    await page.getByRole("button", { name: /^Zwykle/ }).click();
    await until(async () => (await field(page, "usual.dueDays").inputValue()) === "15");
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("a document of two thousand fields opens, is searched and edited", async () => {
    const { page, troubles } = await shift.comes("zofia");
    await opens(page, "Sprawy innych instytucji");
    await page.getByLabel("Szukaj w polach").fill("paszport");
    await page.getByText(/^Pola z tymi słowami: \d+/).waitFor();
    const found = page.locator('[id^="field:"][value*="paszport" i]').first();
    await found.waitFor();
    await found.fill("gdzie złożyć wniosek o paszport");
    await page.locator('[data-state="unsaved"]').waitFor();
    await saved(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("two editors at once: both changes are kept, and who was second sees whose version it is now", async () => {
    const [one, other] = await Promise.all([shift.comes("zofia"), shift.comes("marta")]);
    await opens(one.page, "Słowa bota po angielsku");
    await opens(other.page, "Słowa bota po angielsku");
    for (const { page } of [one, other]) await field(page, "noWord").waitFor();
    await field(one.page, "noWord").fill("No, thanks");
    await saved(one.page);
    await field(other.page, "resumeNo").fill("Drop it and begin again");
    await field(other.page, "noWord").fill("Nothing to add");
    await other.page.getByRole("alert").getByText("Nothing to add").waitFor();
    await saved(other.page);
    expect(await field(other.page, "noWord").inputValue()).toBe("No, thanks");
    expect(await field(other.page, "resumeNo").inputValue()).toBe("Drop it and begin again");
    await one.page.context().close();
    await other.page.context().close();
  });

  test("a phrase that is published is what the next resident reads", async () => {
    const { page, person } = await shift.comes("zofia");
    await opens(page, "Słowa bota po ukraińsku");
    await field(page, "greeting").fill("Вітаю! Я автоматичний помічник.");
    await saved(page);
    await page.context().close();
    const { items } = (await person.gets("drafts")).body;
    const draft = items.find(({ subject }: { subject: string }) => subject === "document:dialogs/_bot.uk.yaml");
    const effect = await person.gets(`drafts/${draft.id}/effect`);
    expect(effect.body).toMatchObject({ changed: 0, rows: [] });
    const published = await person.posts(`drafts/${draft.id}/decisions`, {
      act: "publish",
      seen: draft.version,
      why: "Krótsze powitanie",
      confirmed: effect.body.candidate,
    });
    expect(published).toMatchObject({ status: 200 });
    const [greeted] = await (await shift.resident("uk-UA")).news();
    expect(greeted?.text).toBe("Вітаю! Я автоматичний помічник.");
    const [welcomed] = await (await shift.resident("pl-PL")).news();
    expect(welcomed?.text).toMatch(/^Dzień dobry!/);
  });

  test("who may only read sees the documents and changes none", async () => {
    await shift.account("karol", "consultant");
    const { page } = await shift.comes("karol");
    await page.goto(`${shift.address}/console/knowledge/_documents`);
    await page.getByText("Słowa bota po polsku").waitFor();
    expect(await page.getByRole("button", { name: "Słowa bota po polsku" }).count()).toBe(0);
    await page.context().close();
  });
});
