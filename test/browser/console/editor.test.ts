import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { until } from "./hands";
import { looks } from "./looks";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(180_000);

const ARTICLE = "dowod-osobisty-dziecko";
const OTHER = "paszport";
const TITLE = "Dowód osobisty dla dziecka";
const PHRASINGS = "Słowa mieszkańców (polski)";
const tabs = ["Podgląd", "Wskazówki", "Sprawdź i opublikuj", "Treść"];

describeIfChromium("the editor of articles", () => {
  let shift: Shift;
  let zofia: Tab;
  const book = looks("editor");
  const desk = { viewport: { width: 1280, height: 900 } };
  beforeAll(async () => {
    shift = await openShift();
    await shift.account("zofia", "editor");
    await shift.account("jan", "editor");
    await shift.account("ewa", "supervisor");
    zofia = await shift.comes("zofia", desk);
  });
  afterAll(() => shift.close());

  const edits = async (page: Page, article = ARTICLE) => {
    await page.goto(`${shift.address}/console/knowledge/${article}`);
    await page.getByRole("button", { name: "Edytuj" }).click();
    await field(page, "Tytuł (polski)").waitFor();
  };
  const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
  const line = (page: Page, n: number) => field(page, `${PHRASINGS}, wiersz ${n}`);
  const isSaved = (page: Page) => page.getByText("Zapisano", { exact: true }).first().waitFor();
  const opens = (page: Page, tab: string) => page.getByRole("tab", { name: tab }).click();
  const focused = (page: Page) => page.evaluate("document.activeElement.getAttribute('aria-label')");
  const draftOf = async (page: Page, person = zofia.person) =>
    (await person.gets(`drafts/${new URL(page.url()).pathname.split("/").at(-1)}`)).body;
  const pastes = (page: Page, text: string) =>
    page.evaluate(`(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", ${JSON.stringify(text)});
      const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(paste);
    })()`);

  test("what is typed is saved by itself, phrasings line by line", async () => {
    const { page } = zofia;
    await edits(page);
    await field(page, "Krótka odpowiedź (polski)").press("Control+End");
    await page.keyboard.type(" Zadzwoń wcześniej.");
    await page.getByText("Niezapisane zmiany").waitFor();
    await isSaved(page);
    await line(page, 1).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe(`${PHRASINGS}, wiersz 2`);
    await pastes(page, "- dowodzik dla bąbla raz dwa\n- kwitek z fotką dla smyka");
    expect([await line(page, 2).inputValue(), await line(page, 3).inputValue()]).toEqual([
      "dowodzik dla bąbla raz dwa",
      "kwitek z fotką dla smyka",
    ]);
    expect(await focused(page)).toBe(`${PHRASINGS}, wiersz 3`);
    await page.getByRole("button", { name: `Usuń wiersz 3: ${PHRASINGS}` }).press("Enter");
    expect(await focused(page)).toBe(`${PHRASINGS}, wiersz 3`);
    await page.keyboard.press("Control+s");
    await isSaved(page);
    await until(async () => (await draftOf(page)).article.phrasings[1] === "dowodzik dla bąbla raz dwa");
    const { article, state, outdated } = await draftOf(page);
    expect(article.answer).toMatch(/ Zadzwoń wcześniej\.$/);
    expect(article.phrasings).not.toContain("kwitek z fotką dla smyka");
    expect([state, outdated]).toEqual(["writing", ["en", "uk"]]);
    await page.getByText("angielski: tłumaczenie starsze niż zmieniony oryginał.").waitFor();
    await book.lookInBoth("content", page);
  });

  test("a mistake is told at once, and its link leads to the field in whatever language it is", async () => {
    const { page } = zofia;
    const summary = page.getByText(/^Do poprawienia przed publikacją: /);
    await field(page, "Tytuł (polski)").fill("");
    await page.getByText("ukraiński", { exact: true }).click();
    await field(page, "Tytuł (ukraiński)").fill("");
    await page.getByText("angielski", { exact: true }).click();
    await page.keyboard.press("Control+s");
    await page.getByRole("alert").filter({ has: summary }).waitFor();
    await book.lookInBoth("mistakes", page);
    await page.getByRole("button", { name: "Tytuł (ukraiński)" }).click();
    await page.keyboard.type("Посвідчення для дитини");
    await page.getByRole("button", { name: "Tytuł (polski)" }).press("Enter");
    await page.keyboard.type(TITLE);
    await summary.waitFor({ state: "detached" });
    await isSaved(page);
  });

  test("a part is added in every language and taken away again", async () => {
    const { page } = zofia;
    await page.getByRole("button", { name: "Usuń część: Przez internet" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Usuń" }).click();
    await field(page, "Przez internet (polski)").waitFor({ state: "detached" });
    await page.getByRole("combobox", { name: "Dodaj część" }).click();
    await page.getByRole("option", { name: "Przez internet" }).click();
    await page.keyboard.type("Wszystko na stronie gov.pl.");
    await isSaved(page);
    expect((await draftOf(page)).article.sections.online).toBe("Wszystko na stronie gov.pl.");
    await field(page, "Przez internet (ukraiński)").fill("Усе на gov.pl.");
    await field(page, "Przez internet (ukraiński)").press("Control+s");
    await isSaved(page);
  });

  test("what is not saved yet survives a reload and a lost connection", async () => {
    const { page } = zofia;
    await page.context().setOffline(true);
    await field(page, "Opiekun artykułu").fill("Zespół dowodów");
    await page.getByText("Niezapisane – spróbuję ponownie").first().waitFor();
    await page.context().setOffline(false);
    await isSaved(page);
    await field(page, "Opiekun artykułu").fill("Zespół dowodów i paszportów");
    await page.reload();
    expect(await field(page, "Opiekun artykułu").inputValue()).toBe("Zespół dowodów i paszportów");
    await isSaved(page);
    expect((await draftOf(page)).article.owner).toBe("Zespół dowodów i paszportów");
  });

  test("the preview shows what was just typed, and every tab is legible, wide and narrow", async () => {
    const { page } = zofia;
    await field(page, "Krótka odpowiedź (polski)").fill("Wniosek składa jeden rodzic, najlepiej rano.");
    for (const { width, name } of [
      { width: 1280, name: "wide" },
      { width: 320, name: "narrow" },
    ]) {
      await page.setViewportSize({ width, height: 900 });
      for (const tab of tabs) {
        await opens(page, tab);
        await shown(page, tab);
        await book.lookInBoth(`${name} ${tab}`, page);
      }
    }
    await page.setViewportSize(desk.viewport);
  });

  const shown = async (page: Page, tab: string) => {
    if (tab === "Podgląd") await page.getByText("Wniosek składa jeden rodzic, najlepiej rano.").first().waitFor();
    if (tab === "Wskazówki") await page.getByText(/^FOG-PL: /).waitFor();
    if (tab === "Sprawdź i opublikuj") await page.getByRole("heading", { name: "Zmiany" }).first().waitFor();
    if (tab === "Treść") await field(page, "Tytuł (polski)").waitFor();
  };

  test("of two at once the second sees both texts, chooses, and nothing is lost", async () => {
    const { page } = zofia;
    await isSaved(page);
    const jan = await shift.comes("jan", desk);
    await edits(jan.page);
    await page.context().setOffline(true);
    await field(page, "Tytuł (polski)").fill("Dowód dziecka od Zofii");
    await field(page, "Data źródła").fill("listopad 2021");
    await field(jan.page, "Tytuł (polski)").fill("Dowód dziecka od Jana");
    await field(jan.page, "Opiekun artykułu").fill("Jan");
    await jan.page.keyboard.press("Control+s");
    await isSaved(jan.page);
    await page.context().setOffline(false);
    const dialog = page.getByRole("dialog", { name: "W międzyczasie jest już inna wersja, którą zapisuje: Jan" });
    await dialog.getByText("Dowód dziecka od Jana").waitFor();
    await dialog.getByText("Dowód dziecka od Zofii").waitFor();
    await dialog.getByRole("button", { name: "Zapisz wybrane" }).click();
    await dialog.getByText("Wybierz, co zostaje.").waitFor();
    await book.lookInBoth("both versions", page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Porównaj i wybierz" }).click();
    await dialog.getByRole("region", { name: "Tytuł (polski)" }).getByLabel("moje").check();
    await dialog.getByRole("button", { name: "Zapisz wybrane" }).click();
    await dialog.waitFor({ state: "detached" });
    await isSaved(page);
    expect((await draftOf(page)).article).toMatchObject({
      title: "Dowód dziecka od Zofii",
      owner: "Jan",
      sourceDate: "listopad 2021",
    });
    await jan.page.context().close();
  });

  /** A change of the article's text goes live; its number, to take it back. */
  const releases = async (article: string, from: string, to: string): Promise<number> => {
    const path = `knowledge/${article}.md`;
    const { body: begun } = await shift.admin.posts("drafts", { article });
    const text = begun.documents.find((document: { path: string }) => document.path === path).text.replace(from, to);
    const documents = [{ path, text }];
    const { body: draft } = await shift.admin.posts(`drafts/${begun.id}/documents`, { seen: begun.version, documents });
    const { body: effect } = await shift.admin.gets(`drafts/${draft.id}/effect`);
    const publish = { act: "publish", seen: draft.version, why: "Opiekun", confirmed: effect.candidate };
    const { body } = await shift.admin.posts(`drafts/${draft.id}/decisions`, publish);
    return body.release.number;
  };

  test("a text that was released meanwhile is shown beside mine, and one of them chosen", async () => {
    const { page } = zofia;
    const notice = page.getByRole("region", { name: "Opublikowany tekst zmienił się, odkąd powstał ten szkic" });
    const number = await releases(OTHER, "confidence: ", "owner: Zespół paszportów\nconfidence: ");
    await edits(page, OTHER);
    expect(await field(page, "Opiekun artykułu").inputValue()).toBe("Zespół paszportów");
    await field(page, "Data źródła").fill("kiedyś");
    await isSaved(page);
    expect((await shift.admin.posts(`releases/${number}/revert`, { why: "Pomyłka" })).status).toBe(200);
    await page.reload();
    await notice.getByText("owner: Zespół paszportów").waitFor();
    await notice.getByText(/^source_date: .?kiedyś/).waitFor();
    await notice.getByRole("button", { name: "Zastosuj wybór" }).click();
    await notice.getByText("Wybierz, co zostaje.").waitFor();
    await book.lookInBoth("released meanwhile", page);
    await notice.getByLabel("Przyjmij opublikowane").check();
    await notice.getByRole("button", { name: "Zastosuj wybór" }).click();
    await notice.waitFor({ state: "detached" });
    await until(async () => (await field(page, "Opiekun artykułu").inputValue()) === "");
    expect(await field(page, "Data źródła").inputValue()).not.toBe("kiedyś");
  });

  test("an article nobody wrote yet begins with its title; whoever only publishes may read it", async () => {
    const { page } = zofia;
    await page.goto(`${shift.address}/console/knowledge`);
    await page.getByRole("button", { name: "Nowy artykuł" }).click();
    await page.getByRole("dialog").getByLabel("Tytuł").fill("Leżaki na Plantach");
    await page.getByRole("button", { name: "Zacznij pisać" }).click();
    await page.getByRole("heading", { level: 1, name: "Leżaki na Plantach" }).waitFor();
    await page.getByText(/^Do poprawienia przed publikacją: /).waitFor();
    await book.lookInBoth("new article", page);
    const ewa = await shift.comes("ewa", desk);
    await ewa.page.goto(page.url());
    await ewa.page.getByText("Czytasz ten szkic. Zmieniać go mogą redaktorzy.").waitFor();
    expect(await field(ewa.page, "Tytuł (polski)").isEditable()).toBe(false);
    await book.lookInBoth("read only", ewa.page);
    expect({ accused: book.accused, ewa: ewa.troubles }).toEqual({ accused: {}, ewa: [] });
    await ewa.page.context().close();
  });
});
