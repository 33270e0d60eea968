import type { Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import { bubbles, echoBot, input, launcher, openStage, panel, type Stage, visit, write } from "./stage";

jest.setTimeout(60_000);

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const photo = { name: "dziura na Długiej.png", mimeType: "image/png", buffer: PNG };

const mistake = (page: Page) => page.locator("#hejnal-chat .mistake");
const chosen = (page: Page) => page.locator("#hejnal-chat .chosen li");
const failed = (page: Page) => page.locator("#hejnal-chat .failed");

describeIfChromium("files in the widget", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  beforeEach(() => echoBot(stage.server));
  afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));

  async function opened(): Promise<Page> {
    const { page } = await visit(stage);
    await launcher(page).click();
    await bubbles(page).first().waitFor();
    return page;
  }

  const uploads = () => stage.server.requests.filter((request) => request.endsWith("/upload")).length;

  async function choose(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const asked = page.waitForEvent("filechooser");
    await panel(page).getByRole("button", { name: "Dodaj zdjęcie lub plik" }).click();
    // A large file goes through the debugger first; a busy machine needs its time for that.
    await (await asked).setFiles(files, { timeout: 30_000 });
  }

  test("a photo is shown with its name before it is sent, then arrives whole with the words", async () => {
    const page = await opened();
    await choose(page, [photo]);
    expect(await chosen(page).textContent()).toContain("dziura na Długiej.png");
    await write(page, "taka dziura");
    await page.getByText("Rozumiem: taka dziura").waitFor();
    expect(await chosen(page).count()).toBe(0);
    const [file] = stage.server.files();
    expect(file?.bytes.equals(PNG)).toBe(true);
    expect(file?.contentType).toBe("image/png");
    expect(await bubbles(page).nth(1).textContent()).toContain("dziura na Długiej.png");
  });

  test("a file may go without words, and can be taken back before", async () => {
    const page = await opened();
    await choose(page, [photo, { ...photo, name: "druga.png" }]);
    await panel(page).getByRole("button", { name: "Usuń plik druga.png" }).click();
    await panel(page).getByRole("button", { name: "Wyślij" }).click();
    await bubbles(page).nth(2).waitFor();
    expect(stage.server.stored()).toEqual([""]);
    expect(stage.server.files()).toHaveLength(1);
  });

  test.each([
    [
      "of a wrong kind",
      { ...photo, name: "umowa.docx", mimeType: "application/msword" },
      "Nie mogę przyjąć pliku „umowa.docx”",
    ],
    [
      "that is too big",
      { ...photo, name: "film.png", buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
      "ma 10,1 MB. Największy, jaki przyjmę, to 10 MB",
    ],
    ["that is empty", { ...photo, name: "pusty.png", buffer: Buffer.alloc(0) }, "Plik „pusty.png” jest pusty."],
  ])("a file %s is refused at once, in words, and what was written stays", async (_, file, words) => {
    const page = await opened();
    const before = uploads();
    await input(page).fill("proszę");
    await choose(page, [file]);
    await mistake(page).getByText(words).waitFor();
    await panel(page).getByRole("status").getByText(words).waitFor();
    expect(await chosen(page).count()).toBe(0);
    expect(await input(page).inputValue()).toBe("proszę");
    expect(uploads()).toBe(before);
    await input(page).pressSequentially("!");
    expect(await mistake(page).textContent()).toBe("");
  });

  test("three files at most, the others are named", async () => {
    const page = await opened();
    await choose(
      page,
      ["1", "2", "3", "4"].map((name) => ({ ...photo, name: `${name}.png` })),
    );
    expect(await chosen(page).count()).toBe(3);
    expect(await mistake(page).textContent()).toContain("Naraz możesz wysłać 3 pliki");
  });

  test.each(["paste", "drop"])("a photo may come by %s", async (way) => {
    const page = await opened();
    await page.evaluate(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array([1, 2, 3])], "${way}.png", { type: "image/png" }));
      const root = document.querySelector("#hejnal-chat").shadowRoot;
      const event = "${way}" === "paste"
        ? new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true })
        : new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
      root.querySelector("${way}" === "paste" ? "textarea" : ".scroller").dispatchEvent(event);
    })()`);
    await chosen(page).getByText(`${way}.png`, { exact: true }).waitFor();
    await write(page, "proszę");
    await page.getByText("Rozumiem: proszę").waitFor();
    expect([...(stage.server.files()[0]?.bytes ?? [])]).toEqual([1, 2, 3]);
  });

  test("an upload that fails can be sent again with its file, and is one message", async () => {
    const page = await opened();
    await choose(page, [photo]);
    stage.server.faults.refuse = { times: 2, status: 503, storedAnyway: false };
    await write(page, "ze zdjęciem");
    await failed(page).getByRole("button", { name: "Ponów" }).click();
    await page.getByText("Rozumiem: ze zdjęciem").waitFor();
    expect(stage.server.stored()).toEqual(["ze zdjęciem"]);
    expect(stage.server.files().every(({ bytes }) => bytes.equals(PNG))).toBe(true);
  });

  test("a file the server will not take says so", async () => {
    const page = await opened();
    await choose(page, [photo]);
    stage.server.faults.refuse = { times: 1, status: 415, storedAnyway: false };
    await write(page, "x");
    await failed(page).getByText("nie udało się otworzyć pliku").waitFor();
  });

  test("after a reload a sent file can still be fetched, by its name", async () => {
    const page = await opened();
    await choose(page, [photo]);
    await write(page, "taka dziura");
    await page.getByText("Rozumiem: taka dziura").waitFor();
    await page.reload();
    await launcher(page).click();
    const download = page.waitForEvent("download");
    await panel(page).getByRole("button", { name: "dziura na Długiej.png" }).click();
    expect((await download).suggestedFilename()).toBe("dziura na Długiej.png");
  });

  test("closing the file window without a choice leaves the panel open", async () => {
    const page = await opened();
    await page.locator("#hejnal-chat input[type=file]").first().dispatchEvent("cancel", { bubbles: true });
    expect(await panel(page).isVisible()).toBe(true);
  });

  test("on a phone there is a button for the camera", async () => {
    const { page } = await visit(stage, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await launcher(page).click();
    const camera = page.locator("#hejnal-chat input[capture=environment]");
    expect(await camera.getAttribute("accept")).toContain("image/jpeg");
    await panel(page).getByRole("button", { name: "Zrób zdjęcie" }).waitFor();
    await camera.setInputFiles([{ ...photo, name: "aparat.png" }]);
    await chosen(page).getByText("aparat.png", { exact: true }).waitFor();
  });
});
