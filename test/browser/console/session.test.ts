import { describeIfChromium } from "../../reachable";
import { faults } from "./faults";
import { openShift, type Shift } from "./shift";

jest.setTimeout(120_000);

describeIfChromium("a session at the console", () => {
  let shift: Shift;
  beforeAll(async () => {
    shift = await openShift();
    await shift.account("anna", "consultant");
  });
  afterAll(() => shift.close());

  test("it warns a minute before the session ends, and says so when it has ended", async () => {
    const { page } = await shift.comes("anna");
    await page.getByRole("navigation").waitFor();
    await page.clock.install();
    // The end is counted from the heartbeat, which must have been answered before time flies.
    const heartbeat = page.waitForResponse((response) => response.url().endsWith("/api/presence"));
    await page.reload();
    await (await heartbeat).finished();
    await page.getByRole("navigation").waitFor();
    await page.clock.fastForward("29:10");
    const warning = page.getByRole("alert").filter({ hasText: "Za minutę skończy się sesja" });
    await warning.waitFor();
    expect(await faults(page)).toEqual([]);
    await warning.getByRole("button", { name: "Zostaję" }).click();
    await warning.waitFor({ state: "detached" });
    await page.context().clearCookies();
    await page.clock.fastForward("01:00");
    await page.getByText("Sesja wygasła.").waitFor();
    await page.context().close();
  });
});
