import { type AudioType, audioTypeOf } from "./audioType";

/** The kinds of files that are taken. */
export type FileType =
  | "image/jpeg"
  | "image/png"
  | "image/gif"
  | "image/webp"
  | "image/heic"
  | "application/pdf"
  | AudioType;

const at = (bytes: Buffer, start: number, text: string) =>
  bytes.subarray(start, start + text.length).equals(Buffer.from(text, "latin1"));

const heicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

const signs: [FileType, (bytes: Buffer) => boolean][] = [
  ["image/jpeg", (bytes) => at(bytes, 0, "\xff\xd8\xff")],
  ["image/png", (bytes) => at(bytes, 0, "\x89PNG\r\n\x1a\n")],
  ["image/gif", (bytes) => at(bytes, 0, "GIF87a") || at(bytes, 0, "GIF89a")],
  ["image/webp", (bytes) => at(bytes, 0, "RIFF") && at(bytes, 8, "WEBP")],
  ["image/heic", (bytes) => at(bytes, 4, "ftyp") && heicBrands.some((brand) => at(bytes, 8, brand))],
  ["application/pdf", (bytes) => at(bytes, 0, "%PDF-")],
];

/** What a file is by its first bytes; its name and what the sender says of it are not believed. */
export function fileTypeOf(bytes: Buffer): FileType | undefined {
  return signs.find(([, isIt]) => isIt(bytes))?.[0] ?? audioTypeOf(bytes);
}

/** A recorded voice: kept for people, no photo and no document. */
export const isAudio = (contentType: string): boolean => contentType.startsWith("audio/");

/** Kinds a browser may show in place; others are downloaded. */
export const isShown = (contentType: string) => /^image\/(jpeg|png|gif|webp)$/.test(contentType);

/** A file's name without folders and invisible letters, short enough to show. */
export function fileNameOf(name: string | undefined): string {
  const plain = (name ?? "")
    .replace(/^.*[/\\]/s, "")
    .replace(/[\p{C}"<>|:*?]/gu, "")
    .normalize("NFC")
    .trim();
  return plain.length <= 100 ? plain || "plik" : `${plain.slice(0, 80)}${plain.slice(-20)}`;
}
