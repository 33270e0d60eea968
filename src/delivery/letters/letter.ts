import { createHash } from "node:crypto";
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";

/** A letter as it came, as far as it matters. Header names are in lower case. */
export type Letter = {
  /** Its own Message-ID; a fingerprint where it has none. */
  id: string;
  from: string;
  /** Every address it may have been sent to. */
  to: string[];
  /** Message-IDs of what it answers. */
  answers: string[];
  subject: string;
  text: string;
  header(name: string): string;
  /** A server on its way found that the sender is made up. What speaks for the sender is not believed, so anybody may claim this. */
  isDoubted: boolean;
  parts: { name: string; contentType: string; bytes: Buffer; isDrawing: boolean }[];
};

/** Pictures of signatures are small and part of the HTML; photos are neither. */
const DRAWING_BYTES = 30_000;
const LONGEST_HTML = 1_000_000;

/** Reads a letter off the wire. */
export async function readLetter(source: Buffer): Promise<Letter> {
  const mail = await simpleParser(source, {
    skipImageLinks: true,
    keepDeliveryStatus: true,
    maxHtmlLengthToParse: LONGEST_HTML,
  });
  const header = (name: string) => headersOf(mail, name)[0] ?? "";
  return {
    id: mail.messageId ?? `sha256:${createHash("sha256").update(source).digest("hex")}`,
    from: addressesIn(mail.from)[0] ?? "",
    to: [
      ...addressesIn(mail.to),
      ...addressesIn(mail.cc),
      ...["delivered-to", "x-original-to", "envelope-to"].flatMap((name) => headersOf(mail, name)),
    ].map((address) => address.toLowerCase()),
    answers: [mail.inReplyTo ?? "", ...[mail.references ?? []].flat()].filter(Boolean),
    subject: mail.subject ?? "",
    text: await textOf(mail),
    header,
    isDoubted: headersOf(mail, "authentication-results").some(isFailure),
    parts: mail.attachments.map(({ filename, contentType, content, related, size }) => ({
      name: filename ?? "",
      contentType,
      bytes: Buffer.isBuffer(content) ? content : Buffer.from(String(content)),
      isDrawing: related === true && size < DRAWING_BYTES,
    })),
  };
}

const isFailure = (found: string): boolean =>
  /\bdmarc=fail/i.test(found) || (/\bspf=(?:hard)?fail/i.test(found) && !/\bdkim=pass/i.test(found));

/** Plain words; of HTML alone, or beside an empty text, what a reader would see: scripts and styles are no words. */
async function textOf({ text = "", html }: ParsedMail): Promise<string> {
  if (text.trim() !== "" || !html) return text.replace(/\[cid:[^\]\n]*\]/g, "");
  const alone = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  const read = await simpleParser(alone, { skipImageLinks: true, maxHtmlLengthToParse: LONGEST_HTML });
  return (read.text ?? "").replace(/\[cid:[^\]\n]*\]/g, "");
}

function headersOf({ headerLines }: ParsedMail, name: string): string[] {
  const lines = headerLines.filter(({ key }) => key === name);
  return lines.map(({ line }) =>
    line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n\s+/g, " ")
      .trim(),
  );
}

function addressesIn(field: AddressObject | AddressObject[] | undefined): string[] {
  const values = [field ?? []].flat().flatMap(({ value }) => value);
  return values
    .flatMap(({ address, group = [] }) => [address ?? "", ...group.map((one) => one.address ?? "")])
    .filter(Boolean);
}
