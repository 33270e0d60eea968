import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What only colours decide: the rest is the same in light and dark, and they are the same at every size. */
const COLOURS = ["color-contrast", "link-in-text-block"];
type Which = "all" | "colours" | "all but colours";

/** What axe finds wrong, WCAG 2.2 A and AA and best practice, as one line each. */
export async function faults(page: Page, which: Which = "all"): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  // What passes is not described, which is most of the work.
  const options = {
    resultTypes: ["violations"],
    preload: false,
    ...(which === "colours" && { runOnly: COLOURS }),
    ...(which === "all but colours" && {
      rules: Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])),
    }),
  };
  const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
    `axe.run(${JSON.stringify(options)}).then((r) => r.violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
