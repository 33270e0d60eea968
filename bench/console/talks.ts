import { readFileSync } from "node:fs";
import { z } from "zod";

const Line = z.looseObject({ text: z.string() });
const sets = ["bench/sets/questions.jsonl", "bench/sets/reports.jsonl", "knowledge/_labelled.jsonl"];

/** The same numbers in every run. */
function steadyRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export type Talk = {
  channel: string;
  language: string;
  speaker: "bot" | "waiting" | "consultant" | "closed";
  area: string | null;
  tags: string[];
  lines: { author: "resident" | "bot" | "consultant"; text: string }[];
};

const CHANNELS: [string, number][] = [
  ["web", 0.8],
  ["messenger", 0.12],
  ["phone", 0.06],
  ["email", 0.019],
  ["telegram", 0.001],
];
const LANGUAGES: [string, number][] = [
  ["pl", 0.93],
  ["uk", 0.05],
  ["en", 0.02],
];
const AREAS =
  "drogi odpady dokumenty komunikacja podatki-i-firma pojazdy zwierzeta stan-cywilny budynki cudzoziemcy".split(" ");
const TAGS = "pilne skarga pochwała media radny powtórne do-sprawdzenia zabytki".split(" ");

/** Talks made of sentences people wrote: few of them often, most of them rarely, as it is at a desk. */
export function talks(seed: number): (n: number) => Talk {
  const random = steadyRandom(seed);
  const sentences = sets.flatMap((set) => textsIn(set));
  /** Skewed: a few of the list come up most of the time. */
  const often = <T>(list: readonly T[]): T | undefined => list[Math.floor(list.length * random() ** 3)];
  const among = (shares: [string, number][]): string => {
    let left = random();
    for (const [name, share] of shares) {
      left -= share;
      if (left < 0) return name;
    }
    return "";
  };
  const words = sentences.flatMap((sentence) => sentence.split(/\s+/));
  const said = () => {
    // Two sentences and a few words from anywhere: people say the same things in words of their own.
    const own = Array.from({ length: 6 }, () => words[Math.floor(random() * words.length)]);
    const polite = random() < 0.3 ? "proszę" : "";
    return [
      often(sentences),
      polite,
      ...own,
      ...(random() < 0.01 ? [`KR-2026-${String(Math.floor(random() * 1000)).padStart(6, "0")}-7`] : []),
    ].join(" ");
  };
  return (n) => {
    const byPerson = random() < 0.4;
    const exchanges = 1 + Math.floor(random() * 4);
    const lines = Array.from({ length: exchanges }, (): Talk["lines"] => [
      { author: "resident", text: said() },
      { author: byPerson ? "consultant" : "bot", text: byPerson ? said() : "Odpowiedź bota, której nikt nie szuka." },
    ]);
    const isLive = n % 500 === 0;
    return {
      channel: among(CHANNELS),
      language: among(LANGUAGES),
      speaker: isLive ? (n % 1500 === 0 ? "waiting" : "consultant") : byPerson ? "closed" : "bot",
      area: byPerson ? (often(AREAS) ?? null) : null,
      tags: byPerson && random() < 0.2 ? [often(TAGS) ?? ""] : [],
      lines: lines.flat(),
    };
  };
}

function textsIn(file: string): string[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => Line.parse(JSON.parse(line)).text);
}
