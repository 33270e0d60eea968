import { Parser } from "htmlparser2";
import { fold } from "../../../conversation/fold";
import type { SectionName } from "../../../conversation/reply";
import { type Imported, shortened } from "./importArticle";

/** A piece of a page as it is read: `inMain` where the page says what its matter is. */
type Block = { kind: "title" | "heading" | "text"; text: string; inMain: boolean };

const SKIPPED = new Set(
  "script style noscript template nav header footer aside form button select iframe svg".split(" "),
);
const BLOCKS = new Set(
  "p div li ul ol h1 h2 h3 h4 h5 h6 table tr td th section article main body br dt dd blockquote title".split(" "),
);
const kinds: Record<string, Block["kind"]> = { h1: "title", h2: "heading", h3: "heading", h4: "heading" };

/** The page as an article: what its headings name goes where articles have it. Undefined where there is nothing to read. */
export function articleOfPage(html: string, url: string): Imported | undefined {
  const { blocks, title: named } = blocksOf(html);
  const own = blocks.some(({ inMain, kind }) => inMain && kind === "text")
    ? blocks.filter((one) => one.inMain)
    : blocks;
  const title = (own.find(({ kind }) => kind === "title")?.text ?? named.split(/ [|–-] /)[0] ?? "")
    .slice(0, 200)
    .trim();
  if (title.length < 3 || own.every(({ kind }) => kind !== "text")) return undefined;
  return { title, phrasings: [title], ...partsOf(own), sources: [url] };
}

function blocksOf(html: string): { blocks: Block[]; title: string } {
  const blocks: Block[] = [];
  let [title, text, skipping, main] = ["", "", 0, 0];
  let item = false;
  const end = (name: string): void => {
    const said = text.replace(/\s+/g, " ").trim();
    text = "";
    if (said === "") return;
    if (name === "title") title ||= said;
    else blocks.push({ kind: kinds[name] ?? "text", text: item ? `- ${said}` : said, inMain: main > 0 });
    item = false;
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (skipping > 0 || SKIPPED.has(name)) skipping += 1;
        else if (BLOCKS.has(name)) end("");
        if (name === "main" || name === "article") main += 1;
        if (name === "li") item = true;
      },
      ontext(said) {
        if (skipping === 0) text += said;
      },
      onclosetag(name) {
        if (BLOCKS.has(name) && skipping === 0) end(name);
        if (skipping > 0) skipping -= 1;
        if (name === "main" || name === "article") main -= 1;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  end("");
  return { blocks, title };
}

/** What headings of pages are about, folded; the first that fits. */
const themes: [SectionName, RegExp][] = [
  ["who", /dla kogo|kto moze|uprawnion/],
  ["need", /przygotowac|dokument|zalacznik/],
  ["fee", /koszt|oplat/],
  ["online", /internet|online|elektroniczn/],
  ["time", /trwa|termin|czas/],
  ["where", /gdzie|miejsc|adres/],
  ["caution", /uwag|podstawa prawna|odwolan/],
];

function partsOf(blocks: Block[]): Pick<Imported, "answer" | "sections"> {
  const start: string[] = [];
  const sections: Partial<Record<SectionName, string[]>> = {};
  let here = start;
  for (const { kind, text } of blocks) {
    if (kind === "title") continue;
    if (kind === "text") here.push(text);
    else {
      const theme = themes.find(([, about]) => about.test(fold(text)))?.[0];
      here = sections[theme ?? "steps"] ??= [];
      // A heading articles do not have is kept as a line.
      if (!theme) here.push(text);
    }
  }
  const { answer = "", sections: rest = {} } = shortened(start.join("\n\n"));
  const joined = Object.entries(sections).map(([name, texts]) => [name, together(texts)]);
  const told: Imported["sections"] = Object.fromEntries(joined);
  const steps = [rest.steps, told?.steps].filter((text) => text !== undefined).join("\n\n");
  return { answer, sections: { ...told, ...(steps && { steps }) } };
}

/** Items of a list stand close together. */
const together = (texts: string[]) =>
  texts.reduce((all, text) => all + (all === "" ? "" : text.startsWith("- ") ? "\n" : "\n\n") + text, "");
