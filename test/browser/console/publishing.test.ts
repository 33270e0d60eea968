import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { type Person, visitor } from "../../rooms/staff/person";
import { until } from "./hands";
import { looks } from "./looks";
import { openShift, PASSWORD, type Shift } from "./shift";

jest.setTimeout(300_000);

const ARTICLE = "dowod-osobisty-dziecko";
const QUESTION = "jak wyrobić dowód dla dziecka";
const NEW = "Od grudnia wniosek o dowód dziecka składasz tylko przez internet.";

describeIfChromium("publishing what was written", () => {
  let shift: Shift;
  beforeAll(async () => {
    shift = await openShift({ TWO_PEOPLE_PUBLISH: "on" });
    await Promise.all([
      shift.account("zofia", "editor"),
      shift.account("oskar", "editor"),
      shift.account("sylwia", "supervisor"),
    ]);
  });
  afterAll(() => shift.close());

  const goes = async (page: Page, to: string) => {
    await page.goto(`${shift.address}/console/knowledge${to}`);
    await page.locator("[data-page-title]").waitFor({ state: "attached" });
  };
  const presses = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const told = async () => {
    const resident = await shift.resident();
    return resident.says(QUESTION);
  };
  /** Walks with Tab until this has the focus. */
  const tabsTo = (page: Page, name: string) =>
    until(async () => {
      await page.keyboard.press("Tab");
      return (await page.evaluate("document.activeElement?.textContent")) === name;
    });

  test("one writes, another one approves, sees what will change, publishes, and takes it back", async () => {
    const book = looks("publishing");
    const before = await told();
    expect(before).not.toContain(NEW);

    const zofia = await shift.comes("zofia");
    await goes(zofia.page, `/${ARTICLE}`);
    await presses(zofia.page, "Edytuj");
    await zofia.page.getByLabel("Krótka odpowiedź (polski)").fill(NEW);
    await zofia.page.keyboard.press("Control+s");
    await zofia.page.getByRole("status").getByText("Zapisano", { exact: true }).waitFor();
    await zofia.page.getByRole("tab", { name: "Sprawdź i opublikuj" }).click();
    const changes = zofia.page.getByRole("table", { name: `knowledge/${ARTICLE}.md` });
    await changes.getByText(NEW).waitFor();
    expect(await changes.locator("del").count()).toBeGreaterThan(0);
    await zofia.page.getByText("Obowiązuje zasada dwóch osób").waitFor();
    await zofia.page.getByLabel("Dlaczego").fill("Nowa ustawa od grudnia");
    await presses(zofia.page, "Przekaż do sprawdzenia");
    await zofia.page.getByText("do sprawdzenia", { exact: true }).waitFor();
    expect(await zofia.page.getByRole("button", { name: "Zatwierdź" }).count()).toBe(0);
    expect(await zofia.page.evaluate("document.activeElement.id")).toBe("review-steps");
    expect(zofia.troubles).toEqual([]);
    await zofia.page.context().close();

    const { page, troubles } = await shift.comes("oskar");
    await goes(page, "/_drafts");
    await page.getByRole("list", { name: "Szkice" }).getByText("Nowa ustawa od grudnia").waitFor();
    await book.lookInBoth("drafts", page);
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "Sprawdź i opublikuj" }).click();
    await page.getByRole("button", { name: "Zatwierdź" }).waitFor();
    await tabsTo(page, "Zatwierdź");
    await page.keyboard.press("Enter");
    await page.getByText("Zatwierdza: Oskar").waitFor();
    await page.getByText("Zanim opublikujesz, zobacz, co się zmieni.").waitFor();

    await presses(page, "Pokaż, co się zmieni");
    await page.getByRole("checkbox", { name: "Widzę, co się zmieni" }).waitFor({ timeout: 120_000 });
    await page.getByText(/^Sprawdzono: oznaczone [1-9]/).waitFor();
    await book.lookInBoth("review", page);
    await narrow(page, async () => {
      await book.look("narrow review", page, "all but colours");
    });
    expect(await page.getByRole("button", { name: "Opublikuj teraz" }).isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: "Widzę, co się zmieni" }).check();
    await presses(page, "Opublikuj teraz");
    await page.getByText("Opublikowane jako wydanie 2.").waitFor();
    await page.getByRole("region", { name: "Krótka odpowiedź" }).getByText(NEW).waitFor();
    await book.lookInBoth("published", page);
    expect(await told()).toContain(NEW);

    await presses(page, "Cofnij wydanie 2");
    await page.getByText(/^Wydanie 2 jest cofnięte wydaniem 3/).waitFor();
    expect(await told()).toBe(before);

    await page.getByRole("link", { name: "Historia", exact: true }).click();
    const releases = page.getByRole("list", { name: "Wydania" }).getByRole("listitem");
    await releases.nth(0).getByText("cofnięcie pomyłki").waitFor();
    await releases
      .nth(1)
      .getByText(/zatwierdzone przez: Oskar · cofnięte wydaniem 3/)
      .waitFor();
    await presses(page, "Zobacz zmiany wydania 2");
    await releases.nth(1).getByRole("table").getByText(NEW).waitFor();
    await book.lookInBoth("history", page);
    await narrow(page, async () => {
      await book.look("narrow history", page, "all but colours");
      await goes(page, "/_drafts");
      await page.getByText("Nie ma żadnych szkiców.").waitFor();
      await book.look("narrow drafts", page, "all but colours");
    });
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("a release is restored as a draft, which is thrown away again", async () => {
    const { page, troubles } = await shift.comes("zofia");
    await goes(page, "/_history");
    await presses(page, "Zobacz zmiany wydania 2");
    await presses(page, "Teksty z tego wydania");
    await page.getByLabel("Krótka odpowiedź (polski)").waitFor();
    expect(await page.getByLabel("Krótka odpowiedź (polski)").inputValue()).toBe(NEW);
    await page.getByRole("tab", { name: "Sprawdź i opublikuj" }).click();
    await presses(page, "Wyrzuć szkic");
    await page.getByRole("dialog").getByRole("button", { name: "Wyrzuć szkic" }).click();
    await page.getByText("Nie ma żadnych szkiców.").waitFor();

    const { body } = await (await oskar()).posts("drafts", { article: ARTICLE });
    await writes(body.id, `${NEW} Bez kolejki.`);
    await goes(page, "/_history");
    await presses(page, "Zobacz zmiany wydania 2");
    await presses(page, "Teksty z tego wydania");
    await page.getByRole("link", { name: "Zobacz ten szkic" }).click();
    await page.getByText("Bez kolejki.").waitFor();
    await page.getByRole("tab", { name: "Sprawdź i opublikuj" }).click();
    await presses(page, "Wyrzuć szkic");
    await page.getByRole("dialog").getByRole("button", { name: "Wyrzuć szkic" }).click();
    await page.getByText("Nie ma żadnych szkiców.").waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("who decides about an older text is shown the newer one; what is planned can be called off", async () => {
    const { page, troubles } = await shift.comes("zofia");
    await goes(page, `/${ARTICLE}`);
    await presses(page, "Edytuj");
    await page.getByRole("tab", { name: "Sprawdź i opublikuj" }).click();
    await page.getByText("Nic się nie zmienia.").waitFor();
    const [, id = ""] = /_draft\/([^?]+)/.exec(page.url()) ?? [];
    await writes(id, NEW);
    await page.getByRole("table", { name: `knowledge/${ARTICLE}.md` }).waitFor();
    await page.getByLabel("Dlaczego").fill("Nowa ustawa");
    await writes(id, `${NEW} Dowód odbierasz w urzędzie.`);
    await presses(page, "Przekaż do sprawdzenia");
    await page.getByText("W międzyczasie szkic zmienił ktoś inny: Oskar.").waitFor();
    await page.getByRole("table").getByText("Dowód odbierasz w urzędzie.").waitFor();
    await presses(page, "Przekaż do sprawdzenia");
    await page.getByText("do sprawdzenia", { exact: true }).waitFor();

    const sylwia = await shift.comes("sylwia");
    await goes(sylwia.page, `/_draft/${id}?view=review`);
    await presses(sylwia.page, "Zwróć do poprawy");
    await sylwia.page.getByText("Napisz, co poprawić.").waitFor();
    await presses(sylwia.page, "Zatwierdź");
    await sylwia.page.getByText("Zatwierdza: Sylwia").waitFor();
    await sylwia.page.getByLabel("Kiedy opublikować").fill(`${new Date().getUTCFullYear() + 1}-07-01T08:00`);
    await presses(sylwia.page, "Zaplanuj");
    await sylwia.page.getByText(/Zostanie opublikowany: .*1 lipca .* 08:00/).waitFor();
    await page.reload();
    await presses(page, "Odwołaj zaplanowaną publikację");
    await page.getByText(/Zostanie opublikowany/).waitFor({ state: "detached" });
    expect(sylwia.troubles).toEqual([]);
    expect(troubles.filter((trouble) => !trouble.includes("409"))).toEqual([]);
    await Promise.all([page.context().close(), sylwia.page.context().close()]);
  });

  test("what was seen is no longer what would be published: it is shown anew, and confirmed anew", async () => {
    const { page, troubles, person: sylwia } = await shift.comes("sylwia");
    await goes(page, `/_draft/${await approved("karta-krakowska", sylwia)}?view=review`);
    await presses(page, "Pokaż, co się zmieni");
    const seen = page.getByRole("checkbox", { name: "Widzę, co się zmieni" });
    await seen.waitFor({ timeout: 120_000 });
    await seen.check();
    await publishes(await approved("ceidg", sylwia), sylwia);
    await presses(page, "Opublikuj teraz");
    await page.getByText("Od sprawdzenia coś się zmieniło").waitFor();
    await seen.waitFor({ timeout: 120_000 });
    expect(await seen.isChecked()).toBe(false);
    await seen.check();
    await presses(page, "Opublikuj teraz");
    await page.getByText(/^Opublikowane jako wydanie \d+\.$/).waitFor();
    expect(troubles.filter((trouble) => !trouble.includes("409"))).toEqual([]);
    await page.context().close();
  });

  const sends = async (person: Person, path: string, body: object) => {
    const came = await person.posts(path, body);
    expect(came.status).toBe(200);
    return came.body;
  };
  const oskar = async () => {
    const person = visitor(shift.address);
    await person.logsIn("oskar", PASSWORD);
    return person;
  };

  /** Oskar writes in the draft from somewhere else. */
  const writes = async (id: string, answer: string) => {
    const person = await oskar();
    const { body } = await person.gets(`drafts/${id}`);
    return sends(person, `drafts/${id}/article`, { seen: body.version, form: { ...body.article, answer } });
  };

  /** A draft Oskar wrote and somebody else approved. */
  const approved = async (article: string, by: Person): Promise<string> => {
    const { id } = await sends(await oskar(), "drafts", { article });
    const { version } = await writes(id, NEW);
    const submitted = await sends(await oskar(), `drafts/${id}/acts`, { act: "submit", seen: version, why: "tak" });
    await sends(by, `drafts/${id}/decisions`, { act: "approve", seen: submitted.version });
    return id;
  };

  const publishes = async (id: string, by: Person) => {
    const [draft, effect] = [await by.gets(`drafts/${id}`), await by.gets(`drafts/${id}/effect`)];
    const confirmed = effect.body.candidate;
    await sends(by, `drafts/${id}/decisions`, { act: "publish", seen: draft.body.version, why: "tak", confirmed });
  };

  const narrow = async (page: Page, look: () => Promise<void>) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await look();
    await page.setViewportSize({ width: 1440, height: 900 });
  };
});
