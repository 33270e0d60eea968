import type { Request } from "restify";
import { z } from "zod";
import { type Attachment, LONGEST_TEXT } from "../../conversation/message";
import { type FormFile, readForm } from "../../forms/readForm";
import { type TakenFile, takeFile } from "../../photos/takeFile";
import { refuseForeign } from "../readPosted";
import type { ContactParts } from "./parts";
import type { ContactTexts } from "./texts/texts";

const MB = 1024 * 1024;
// More and larger than files may be: what is only a little too much is told in the form, with the words kept.
const limits = { mostFiles: 12, mostBytesPerFile: 24 * MB, mostBytes: 72 * MB };
const MOST_FILES = 5;
const MOST_FILE_BYTES = 10 * MB;
const Email = z.email().max(254);

/** What a form of ours sends. `trap`: what only programs fill in. */
export type Sent = { text: string; email: string; key: string; trap: string; files: FormFile[] };
export type Field = "message" | "email" | "files";
export type Mistake = { field: Field; text: string };

/** Reads a form that came from one of our own pages; a pressed button's title is the message. */
export async function readSent(request: Request, parts: Pick<ContactParts, "addresses">): Promise<Sent> {
  refuseForeign(request, parts);
  const { values, files } = await readForm(request, limits);
  const value = (name: string) => values.find(([own]) => own === name)?.[1] ?? "";
  return {
    // Browsers send two letters for a new line.
    text: cleaned(value("press") || value("message")),
    email: value("email").trim(),
    key: value("key"),
    trap: value("website"),
    files: files.filter(({ field }) => field === "files"),
  };
}

const cleaned = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .normalize("NFC")
    .trim();

type Taken = { mistakes: Mistake[]; files: TakenFile[] };

/** What is wrong with it, each at its field; and its files as they will be kept. */
export async function takeSent({ text, email, files }: Sent, { wrong }: ContactTexts): Promise<Taken> {
  const mistakes: Mistake[] = [];
  if (text === "" && files.length === 0) mistakes.push({ field: "message", text: wrong.empty });
  if (text.length > LONGEST_TEXT) mistakes.push({ field: "message", text: wrong.tooLong(text.length, LONGEST_TEXT) });
  if (files.length > MOST_FILES) return { mistakes: [...mistakes, { field: "files", text: wrong.tooMany }], files: [] };
  const taken: TakenFile[] = [];
  for (const { name, bytes } of files) {
    const file = bytes.length > MOST_FILE_BYTES ? undefined : await takeFile(name, bytes);
    if (!file) mistakes.push({ field: "files", text: wrong.tooLarge(name) });
    else if ("refused" in file || !/^(image\/jpeg|application\/pdf)$/.test(file.contentType))
      mistakes.push({ field: "files", text: wrong.noSuchFile(name) });
    else taken.push(file);
  }
  if (email !== "" && !Email.safeParse(email).success) mistakes.push({ field: "email", text: wrong.email });
  return { mistakes, files: taken };
}

/** Keeps the files with the conversation. */
export async function keepFiles(
  conversationId: string,
  files: TakenFile[],
  { house }: Pick<ContactParts, "house">,
): Promise<Attachment[]> {
  const kept: Attachment[] = [];
  for (const { position, ...file } of files)
    kept.push({ ...(await house.files.save(conversationId, file)), ...(position && { position }) });
  return kept;
}
