import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Candidate } from "../src/conversation/understanding";
import type { Article } from "../src/knowledge/article";
import type { Understander } from "../src/understanding/understanding";
import { atThreshold, calibrationError, percent, type Shot } from "./measures";

const Item = z.object({ text: z.string(), label: z.string(), derived: z.boolean().default(false) });
type Item = z.infer<typeof Item>;
const Labels = z.record(z.string(), z.array(z.string()));

type Heard = { item: Item; candidates: Candidate[]; confidence: number };

/** Measures on questions other people wrote (`questions.dev.jsonl`, `reports.dev.jsonl`, `oos.dev.jsonl`, `labels.json`). */
export function measurePeoples(folder: string, { understand }: Understander, articles: Article[], sure: number): void {
  const labels = Labels.parse(JSON.parse(readFileSync(join(folder, "labels.json"), "utf8")));
  const hear = (item: Item): Heard => ({ item, ...understand(item.text, { language: "pl" }) });
  const questions = readItems(folder, "questions").map(hear);
  const reports = readItems(folder, "reports").map(hear);
  const others = readItems(folder, "oos").map(hear);
  const isAsked = ({ intent }: Candidate, { label }: Item) =>
    intent.kind === "article" && (labels[label] ?? []).includes(intent.id);
  const isReported = ({ intent }: Candidate, { label }: Item) => intent.kind === "service" && intent.id === label;
  for (const own of [true, false]) {
    const sort = own ? "own words" : "derived";
    const ofSort = (all: Heard[]) => all.filter(({ item }) => item.derived !== own);
    tell(
      `questions, ${sort}`,
      ofSort(questions).filter(({ item }) => labels[item.label]),
      isAsked,
      sure,
    );
    tell(`reports, ${sort}`, ofSort(reports), isReported, sure);
    tellOthers(`not for us, ${sort}`, ofSort(others), articles, sure);
  }
}

function readItems(folder: string, name: string): Item[] {
  const lines = readFileSync(join(folder, `${name}.dev.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((line) => Item.parse(JSON.parse(line)));
}

function tell(name: string, heard: Heard[], fits: (candidate: Candidate, item: Item) => boolean, sure: number): void {
  const shots = heard.map(({ item, candidates, confidence }): Shot & { inThree: boolean } => {
    const [first] = candidates;
    const inThree = candidates.slice(0, 3).some((candidate) => fits(candidate, item));
    return { confidence, right: first !== undefined && fits(first, item), inThree };
  });
  const count = (keep: (shot: (typeof shots)[number]) => boolean) => percent(shots.filter(keep).length, shots.length);
  console.log(
    `${name} (${shots.length}): top 1 ${count(({ right }) => right)}, top 3 ${count(({ inThree }) => inThree)}`,
  );
  for (const threshold of around(sure)) {
    const { answered, right } = atThreshold(shots, threshold);
    console.log(`  at ${threshold.toFixed(2)}: answered ${answered}, of these right ${right}`);
  }
  console.log(`  ECE ${calibrationError(shots).toFixed(3)}`);
}

/** Naming an institution, small talk and articles on other institutions' matters do no harm; the rest does. */
function tellOthers(name: string, heard: Heard[], articles: Article[], sure: number): void {
  const harmless = new Set(articles.filter(({ competence }) => competence === "other").map(({ id }) => id));
  const isHarm = ({ candidates: [first] }: Heard) => {
    if (!first) return false;
    const { kind, id } = first.intent;
    return kind === "service" || kind === "dialog" || (kind === "article" && !harmless.has(id));
  };
  const harm = heard.filter(isHarm);
  const shares = around(sure).map((threshold) => {
    const accepted = harm.filter(({ confidence }) => confidence >= threshold);
    return `${percent(accepted.length, heard.length)} at ${threshold.toFixed(2)}`;
  });
  console.log(`${name} (${heard.length}): wrongly accepted ${shares.join(", ")}`);
}

function around(sure: number): number[] {
  return [sure - 0.2, sure - 0.15, sure - 0.1, sure, sure + 0.1];
}
