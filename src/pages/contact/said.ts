import { type Html, html, type Piece } from "../html";
import { withNumbers } from "../numbers";

const MARKS = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|\*\*([^*\n]+)\*\*/g;

/** Light Markdown: links and bold words; lists read as they are, in lines of their own. */
export function marked(text: string): Html {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: whole, 1: words, 2: url, 3: bold, index } of text.matchAll(MARKS)) {
    pieces.push(withNumbers(text.slice(from, index)));
    if (url !== undefined) pieces.push(html`<a href="${url}" rel="noreferrer">${words}</a>`);
    else pieces.push(html`<strong>${bold}</strong>`);
    from = index + whole.length;
  }
  return html`${pieces}${withNumbers(text.slice(from))}`;
}
