const LINK = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;
const BOLD = /\*\*([^*\n]+)\*\*/g;

/** Light Markdown as plain HTML: headings, lists, links, bold; whatever else is in it stays text. */
export function htmlOf(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .map((block) => blockOf(block.split("\n").filter((line) => line.trim() !== "")))
    .filter(Boolean)
    .join("\n");
}

/** A paragraph, in which a list may follow on its first lines. */
function blockOf(lines: string[]): string {
  const drawn: string[] = [];
  for (const { kind, lines: own } of groupsOf(lines)) {
    const words = own.map(inline);
    if (kind === "heading") drawn.push(...words.map((line) => `<h3>${line}</h3>`));
    else if (kind === "p") drawn.push(`<p>${words.join("<br>\n")}</p>`);
    else drawn.push(`<${kind}>${words.map((line) => `<li>${line}</li>`).join("")}</${kind}>`);
  }
  return drawn.join("\n");
}

type Kind = "p" | "ul" | "ol" | "heading";

const marks: [Kind, RegExp][] = [
  ["heading", /^#{1,6}\s+/],
  ["ul", /^\s*[-*•]\s+/],
  ["ol", /^\s*\d{1,3}[.)]\s+/],
];

function groupsOf(lines: string[]): { kind: Kind; lines: string[] }[] {
  const groups: { kind: Kind; lines: string[] }[] = [];
  for (const line of lines) {
    const [kind, mark] = marks.find(([, one]) => one.test(line)) ?? ["p" as const, /^\s*/];
    const last = groups.at(-1);
    const words = line.replace(mark, "");
    if (last?.kind === kind) last.lines.push(words);
    else groups.push({ kind, lines: [words] });
  }
  return groups;
}

/** Everything is escaped first; only then marks and addresses become tags, whose quotes are escaped, too. */
function inline(line: string): string {
  const links: string[] = [];
  const keep = (words: string, url: string): string => {
    links.push(`<a href="${escaped(url)}">${bold(escaped(words))}</a>`);
    return `\uE000${links.length - 1}\uE000`;
  };
  const held = line
    .replaceAll("\uE000", "")
    .replace(LINK, (_, words: string, url: string) => keep(words, url))
    .replace(ADDRESS, (url) => keep(url, url));
  return bold(escaped(held)).replace(/\uE000(\d+)\uE000/g, (_, at: string) => links[Number(at)] ?? "");
}

const bold = (text: string) => text.replace(BOLD, "<b>$1</b>");
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
