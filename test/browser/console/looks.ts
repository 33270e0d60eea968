import { join } from "node:path";
import type { Page } from "playwright-core";
import { faults } from "./faults";
import { until } from "./hands";

/** Where pictures for human eyes go, if anywhere: `LOOKS=pictures npx jest test/browser/console/look`. */
const PICTURES = process.env.LOOKS;

const other = { light: "dark", dark: "light" } as const;
type Scheme = keyof typeof other;

/** Looks at one state of a page after the other; `accused` keeps what is wrong, by the name of the state. */
export function looks(where: string) {
  const accused: Record<string, string[]> = {};
  const note = async (name: string, page: Page, found: string[]) => {
    if (found.length > 0) accused[name] = found;
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${where} ${name}.png`) });
  };
  return {
    accused,
    /** At another size or with forced colours, `but` leaves out what was judged before. */
    async look(name: string, page: Page, but: "all" | "all but colours" = "all"): Promise<void> {
      const sideways = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
      await note(name, page, [...(await faults(page, but)), ...(sideways > 0 ? [`sticks out by ${sideways} px`] : [])]);
    },
    /** Whole in the colours the page has now, then in the others, which stay. */
    async lookInBoth(name: string, page: Page): Promise<void> {
      const scheme = await schemeOf(page);
      await this.look(`${name}, ${scheme}`, page);
      await recolour(page, other[scheme]);
      await note(`${name}, ${other[scheme]}`, page, await faults(page, "colours"));
    },
  };
}

async function schemeOf(page: Page): Promise<Scheme> {
  return (await page.evaluate("document.documentElement.dataset.mantineColorScheme")) === "dark" ? "dark" : "light";
}

/** Colours that change little by little would be judged as they are half-way. */
const AT_ONCE = `if (document.adoptedStyleSheets.length === 0) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, *::before, *::after { transition: none !important; }");
  document.adoptedStyleSheets = [sheet];
}`;

async function recolour(page: Page, colorScheme: Scheme): Promise<void> {
  await page.evaluate(AT_ONCE);
  await page.emulateMedia({ colorScheme });
  // Waiting inside the page would need eval there, which its policy forbids from the second look on.
  await until(async () => (await schemeOf(page)) === colorScheme);
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))");
}
