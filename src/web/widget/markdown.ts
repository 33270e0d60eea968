import { el, icon } from "./dom";

const LINK = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;
const ITEM = /^\s*(?:([-*])|(\d{1,3})[.)])\s+(.*)$/;

/** Light Markdown – paragraphs, lists, links – as nodes; anything else stays text, so nothing can be smuggled in. */
export function renderMarkdown(text: string, newWindow: string): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  let open: HTMLElement | undefined;
  const begin = (block: HTMLElement) => {
    blocks.push(block);
    return block;
  };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const item = line.match(ITEM);
    if (item) {
      const tag = item[1] ? "ul" : "ol";
      if (open?.localName !== tag) open = begin(startList(tag, item[2]));
      open.append(el("li", {}, ...renderLinks(item[3] ?? "", newWindow)));
    } else if (!line.trim()) {
      if (open?.localName === "p") open = undefined;
    } else {
      if (open?.localName === "p") open.append(el("br"));
      else open = begin(el("p"));
      open.append(...renderLinks(line, newWindow));
    }
  }
  return blocks;
}

function startList(tag: "ul" | "ol", first: string | undefined): HTMLElement {
  return el(tag, first && first !== "1" ? { start: first } : {});
}

function renderLinks(line: string, newWindow: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let done = 0;
  for (const { 0: whole, 1: words = "", 2: url = "", index } of line.matchAll(LINK)) {
    const hint = el("span", { class: "unseen" }, ` (${newWindow})`);
    const link = el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words, icon("link"), hint);
    parts.push(...withNumbers(line.slice(done, index)), link);
    done = index + whole.length;
  }
  return [...parts, ...withNumbers(line.slice(done))];
}

/** Case numbers stay in one piece at the end of a line, with no other sign in them for whoever copies one. */
export function withNumbers(text: string): (Node | string)[] {
  return text.split(/(KR-\d{4}-\d{6,}-\d)/).map((part, i) => (i % 2 ? el("span", { class: "number" }, part) : part));
}
