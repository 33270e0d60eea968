import { readFileSync } from "node:fs";
import { z } from "zod";
import { detectLanguage } from "../../src/understanding/language";

const Line = z.object({ text: z.string(), language: z.enum(["pl", "uk", "en", "ru"]) });

/** For each language of a list of labelled texts: how many there are and how many are recognised. */
export function measureLanguages(file: string): { language: string; n: number; right: number }[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => Line.parse(JSON.parse(line)));
  return Line.shape.language.options.map((language) => {
    const own = lines.filter((line) => line.language === language);
    const right = own.filter(({ text }) => detectLanguage(text)?.language === language);
    return { language, n: own.length, right: right.length };
  });
}
