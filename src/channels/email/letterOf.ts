import { createHash } from "node:crypto";
import { z } from "zod";
import { Attachment } from "../../conversation/message";
import { plainText } from "../../conversation/plainText";
import type { Entry } from "../../conversation/transcript";
import type { Capabilities } from "../capabilities";
import type { Delivery } from "../channel";
import { renderEntry } from "../shared/render";
import { htmlOf } from "./html";
import { mailTexts } from "./texts";

/** An entry as it goes into one letter: its words in light Markdown, and the files beside them. */
export const Letter = z.object({ text: z.string(), files: z.array(Attachment) });
export type Letter = z.infer<typeof Letter>;

/**
 * One letter for one entry; none for what a mailbox should not be filled with, like somebody's joining. A filed report
 * has its number in that line, so it is written.
 */
export function letterOf({ entry, language }: Pick<Delivery, "entry" | "language">, can: Capabilities): Letter[] {
  if (entry.author === "system" && entry.occasion !== "request_filed") return [];
  const { choices, ...rest } = entry;
  // A letter answers; buttons in words would only make it longer, but for what the resident alone can decide.
  const isTheirs = choices?.every(({ wish }) => wish.kind === "rate" || wish.kind === "act") ?? false;
  const said = isTheirs && choices ? { ...rest, choices } : rest;
  const pieces = renderEntry(said, { ...can, marks: "markdown" }, language);
  const text = pieces.map((piece) => piece.text).filter(Boolean);
  const files = pieces.flatMap(({ attachment }) => (attachment ? [attachment] : []));
  return text.length + files.length > 0 ? [{ text: text.join("\n\n"), files }] : [];
}

type Written = { text: string; html: string };

/** The words of a letter with what is said around them. `before`: what the conversation holds before this entry. */
export function wordsOf({ text }: Letter, { entry, language }: Delivery, before: Entry[]): Written {
  const say = mailTexts(language);
  const isOfBot = entry.author === "bot";
  const said = before.filter(({ author }) => author === "bot" || author === "consultant");
  const once = [
    ...(isOfBot && said.every(({ author }) => author !== "bot") ? [say.isAutomatic] : []),
    ...(said.length === 0 ? [say.data] : []),
  ].join(" ");
  const under = [once, isOfBot ? say.person : ""].filter(Boolean).join("\n");
  const html = [htmlOf(text), under && `<hr>\n${htmlOf(under)}`].filter(Boolean).join("\n");
  const plain = [plainText(text).replace(/\*\*([^*\n]+)\*\*/g, "$1"), under].filter(Boolean).join("\n\n");
  return { text: `${plain}\n`, html: `<!doctype html><html lang="${language}"><body>\n${html}\n</body></html>` };
}

/** The same for a delivery at every try; holds the conversation's token, by which an answer or a bounce is known. */
export function messageIdOf(token: string, key: string, from: string): string {
  const digest = createHash("sha256").update(key).digest("hex").slice(0, 12);
  return `<${token}.${digest}@${from.split("@")[1] ?? "hejnal"}>`;
}
