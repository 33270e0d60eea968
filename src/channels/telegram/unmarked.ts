import type { TelegramPart } from "./partsOf";

/** The same words without marks, links with their address; undefined where there are no words. */
export function unmarked({ method, body, file }: TelegramPart): TelegramPart | undefined {
  const { parse_mode: _, text, ...rest } = body;
  return typeof text === "string" ? { method, body: { ...rest, text: plain(text) }, ...(file && { file }) } : undefined;
}

/** Undoes what `marked` makes of Markdown for Telegram. */
const plain = (html: string): string =>
  html
    .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, "$2 ($1)")
    .replace(/<\/?b>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
