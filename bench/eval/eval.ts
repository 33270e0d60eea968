/**
 * `npm run eval -- [folder] [--articles 5000] [--clinc data_full.json] [--peers]`: how well messages are understood, on
 * the project's own measuring set or on another of the same format (see bench/eval/sets.ts). Figures are of the whole
 * policy, each text a resident's first message.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadParts } from "../../src/loadParts";
import { measureClinc } from "./clinc";
import { confusionOf, outsideRow, rowOf } from "./figures";
import { judge, type Shot } from "./judge";
import { measureLists } from "./lists";
import { measurePeers } from "./peers";
import { reliabilityPlot, riskPlot } from "./plot";
import { measureScale } from "./scale";
import { type Item, readSet } from "./sets";
import { measureSpeed } from "./speed";
import { variants, varied } from "./variants";

const OWN_SET = "bench/sets";
const PLOTS = "dist/eval";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { articles: { type: "string" }, clinc: { type: "string" }, peers: { type: "boolean", default: false } },
});

function measureSet(folder: string): void {
  const items = readSet(folder);
  const parts = loadParts(".");
  const shots = judge(items, parts);
  console.log(
    `${folder}: ${items.length} texts; answers from ${parts.bands.answer}, reports from ${parts.bands.start}, offers from ${parts.bands.offer}\n`,
  );
  tellGroups(shots);
  tellVariants(
    items.filter(({ derived }) => !derived),
    (varying) => judge(varying, parts),
  );
  tellPlots(shots, parts.curve, parts.bands.answer);
  if (folder === OWN_SET) measureLists(folder, parts);
  measureSpeed(items.map(({ text }) => text));
  if (values.articles) measureScale(Number(values.articles));
  if (values.peers) measurePeers(items);
}

const of = (shots: Shot[], part: Item["part"]) => shots.filter(({ item }) => item.part === part);
const known = (shots: Shot[]) => shots.filter(({ item }) => item.right.length > 0);

/** A table for each part; its lines are own words and derived ones, and the styles of the own words. */
function tellGroups(shots: Shot[]): void {
  const own = shots.filter(({ item }) => !item.derived);
  const styles = [...new Set(own.map(({ item }) => item.style))].sort();
  const all: [string, Shot[]][] = [
    ["own words", own],
    ...styles.map((style): [string, Shot[]] => [`– ${style}`, own.filter(({ item }) => item.style === style)]),
    ["derived", shots.filter(({ item }) => item.derived)],
  ];
  const groups = all.filter(([, some]) => some.length > 0);
  console.log("questions");
  console.table(groups.map(([name, some]) => rowOf(name, known(of(some, "questions")))));
  console.log("reports");
  console.table(groups.map(([name, some]) => rowOf(name, of(some, "reports"))));
  console.log("ideas among them");
  console.table([
    rowOf(
      "own words",
      of(own, "reports").filter(({ item }) => item.label === "idea"),
    ),
  ]);
  console.log("not for us, or not answerable");
  const ours = (some: Shot[]) => [...known(of(some, "questions")), ...of(some, "reports")];
  console.table(groups.map(([name, some]) => outsideRow(name, of(some, "oos"), ours(own))));
  console.log("reports and questions mistaken for each other, own words");
  console.table([confusionOf(known(of(own, "questions")), of(own, "reports"))]);
  const withoutArticle = of(own, "questions").filter(({ item }) => item.right.length === 0);
  if (withoutArticle.length > 0)
    console.log(
      `questions without an article: ${withoutArticle.filter(({ answered, best }) => answered && best?.kind !== "outside").length} of ${withoutArticle.length} answered all the same\n`,
    );
}

/** The same texts as people type them in a hurry. */
function tellVariants(own: Item[], hear: (items: Item[]) => Shot[]): void {
  console.log("own words, typed in a hurry: right at 1");
  console.table(
    variants.map((variant) => {
      const shots = hear(varied(own, variant));
      return {
        typed: variant,
        questions: rowOf("", known(of(shots, "questions")))["at 1"],
        reports: rowOf("", of(shots, "reports"))["at 1"],
        "not for us, wrongly answered": outsideRow("", of(shots, "oos"), [])["wrongly answered"],
      };
    }),
  );
}

function tellPlots(shots: Shot[], curve: Parameters<typeof riskPlot>[1], threshold: number): void {
  mkdirSync(PLOTS, { recursive: true });
  const judged = shots.filter(({ item }) => !item.derived && (item.part === "oos" || item.right.length > 0));
  writeFileSync(join(PLOTS, "reliability.svg"), reliabilityPlot("Confidence against truth", judged));
  writeFileSync(join(PLOTS, "risk.svg"), riskPlot("Wrong answers against answers", curve, threshold));
  const all = rowOf("", judged);
  console.log(`calibration over all own words: ECE ${all.ECE}; plots in ${PLOTS}/reliability.svg and risk.svg\n`);
}

if (values.clinc) measureClinc(values.clinc);
else measureSet(positionals[0] ?? OWN_SET);
