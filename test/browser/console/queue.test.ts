import { describeIfChromium } from "../../reachable";
import { beginShift, box, item, line, list, offer, says, until, waiting } from "./hands";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(120_000);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describeIfChromium("the queue brings conversations to people", () => {
  let shift: Shift;
  let anna: Tab;
  let olena: Tab;
  let first: Awaited<ReturnType<typeof waiting>>;
  beforeAll(async () => {
    shift = await openShift({ OFFER_SECONDS: 20, SILENT_MINUTES: 5 });
    await shift.account("anna", "consultant", { capacity: 1 });
    await shift.account("olena", "consultant", { capacity: 1, languages: ["pl", "uk"] });
    anna = await shift.comes("anna");
    await beginShift(anna.page);
  });
  afterAll(() => shift.close());

  test("one who waits is offered to whoever has room; not accepted in time, to the next, and the place is kept", async () => {
    await waiting(shift, "kto mi pomoże");
    await offer(anna.page).getByRole("button", { name: "Przyjmij" }).waitFor();
    olena = await shift.comes("olena");
    await beginShift(olena.page);
    shift.passes(25_000);
    await offer(olena.page).getByRole("button", { name: "Przyjmij" }).click();
    await box(olena.page).waitFor();
    await offer(anna.page).waitFor({ state: "hidden" });
    await line(olena.page, "kto mi pomoże").waitFor();
    await says(olena.page, "Ja pomogę.");
  });

  test("when everybody is busy the next one reads that, with the place in the queue", async () => {
    first = await waiting(shift, "pierwsza w kolejce");
    await offer(anna.page).getByRole("button", { name: "Przyjmij" }).click();
    await box(anna.page).waitFor();
    await until(async () => {
      const resident = await shift.resident();
      const told = await resident.says("chcę rozmawiać z człowiekiem");
      await resident.says("Wróć do asystenta");
      return /rozmawiają|zajęci/.test(told) && /Jesteś 1\. w kolejce/.test(told) && /jeszcze nie wiemy/.test(told);
    });
  });

  test("a consultant who keeps silent loses the conversation: it waits again in front, and the resident is told", async () => {
    await waiting(shift, "druga w kolejce");
    await list(anna.page, "Moje").click();
    await item(anna.page, "pierwsza w kolejce").click();
    await says(anna.page, "Już patrzę.");
    await first.post("halo, jest tam ktoś");
    await line(anna.page, "halo, jest tam ktoś").waitFor();
    shift.passes(6 * MINUTE);
    await list(olena.page, "Czekają").click();
    const waits = olena.page.getByRole("list", { name: "Czekają" }).locator("a[data-id]");
    await until(async () => /halo, jest tam ktoś/.test((await waits.first().textContent()) ?? ""), 600);
    expect(await waits.nth(1).textContent()).toContain("druga w kolejce");
    expect(await first.hears()).toContain("początek kolejki");
  });

  test("outside the hours, and within them with nobody there, the resident reads which it is and may leave a contact", async () => {
    for (const { page } of [anna, olena]) await page.context().close();
    const asks = async () => (await shift.resident()).says("chcę rozmawiać z człowiekiem");
    shift.passes(untilNext("Sunday", 3));
    // The bot looks every two seconds who is there.
    await until(async () => /Najbliższy dyżur/.test(await asks()));
    const closed = await asks();
    expect(closed).toMatch(/Najbliższy dyżur: (jutro|poniedziałek)/);
    expect(closed).toContain("[Zostaw kontakt]");
    shift.passes(untilNext("Wednesday", 10) - untilNext("Sunday", 3) + 7 * DAY);
    const nobody = await asks();
    expect(nobody).toContain("żaden konsultant nie jest przy czacie");
    expect(nobody).toContain("[Zostaw kontakt]");
  });
});

const inKrakow = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Warsaw",
  weekday: "long",
  hour: "numeric",
  hourCycle: "h23",
});

/** How long it is from now until a whole hour of that weekday in Kraków. */
function untilNext(weekday: string, hour: number): number {
  for (let ahead = 1; ; ahead++) {
    const parts = inKrakow.formatToParts(Date.now() + ahead * 60 * MINUTE);
    const value = (type: string) => parts.find((part) => part.type === type)?.value;
    if (value("weekday") === weekday && Number(value("hour")) === hour) return ahead * 60 * MINUTE;
  }
}
