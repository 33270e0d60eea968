import { plainText } from "../../conversation/plainText";
import type { Marks } from "../capabilities";

const LINK = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;
const BOLD = /\*\*([^*\n]+)\*\*/g;

/**
 * Light Markdown in a platform's own marks. `before` a text is split: what changes its length; `after`: what must not
 * be split and is not counted by the platform.
 */
export function marked(text: string, marks: Marks, when: "before" | "after"): string {
  if (marks === "markdown") return text;
  if (marks === "telegram_html") return when === "after" ? html(text) : text;
  if (when === "after") return text;
  return marks === "whatsapp" ? plainText(text).replace(BOLD, "*$1*") : plainText(text).replace(BOLD, "$1");
}

/** Telegram wants `&`, `<` and `>` written out and knows `<b>` and `<a>`. */
function html(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(LINK, (_, words: string, url: string) => `<a href="${url.replace(/"/g, "%22")}">${words}</a>`)
    .replace(BOLD, "<b>$1</b>");
}
