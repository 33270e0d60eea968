import { fileNameOf, fileTypeOf, isShown } from "../../../src/conversation/fileType";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "image/jpeg"],
  ["\xff\xd8\xff\xdb\x00C\x00\x06\x04\x05\x06\x05", "image/jpeg"],
  ["\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"],
  ["GIF89a\x01\x00\x01\x00\x80\x00", "image/gif"],
  ["RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"],
  ["\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "image/heic"],
  ["\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00", "image/heic"],
  ["%PDF-1.7\n%\xe2\xe3\xcf\xd3", "application/pdf"],
  ["\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", undefined],
  ["\x00\x00\x00\x18ftypavif\x00\x00\x00\x00", undefined],
  ["PK\x03\x04aaaaaaaa", undefined],
  ["<svg xmlns='http", undefined],
  ["<!doctype html>", undefined],
  [" %PDF-1.7 aaaaaa", undefined],
  ["GIF88a______", undefined],
  ["\x89PN", undefined],
  ["", undefined],
])("%j is %s", (content, kind) => {
  expect(fileTypeOf(bytes(content))).toBe(kind);
});

/** A box of an MP4 file. */
const box = (name: string, content: string) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + content.length);
  return `${size.toString("latin1")}${name}${content}`;
};
const track = (kind: string) => box("trak", box("hdlr", `\0\0\0\0\0\0\0\0${kind}\0\0\0\0`));
const file = (brand: string, ...tracks: string[]) =>
  box("ftyp", `${brand}\0\0\0\0`) + box("mdat", "moov soun") + box("moov", tracks.join(""));
const page = (codec: string) => `OggS\0\x02${"\0".repeat(20)}\x01\x13${codec}`;

test.each([
  ["what WhatsApp and Telegram record", page("OpusHead\x01\x01"), "audio/ogg"],
  ["Vorbis", page("\x01vorbis\0"), "audio/ogg"],
  ["a film in the same container", page("\x80theora\x03"), undefined],
  ["MP3 with a title", "ID3\x04\0\0\0\0\0\0", "audio/mpeg"],
  ["MP3 without one", "\xff\xfb\x90\x64", "audio/mpeg"],
  ["MP3 as it is never coded", "\xff\xfb\xf0\x64", undefined],
  ["text in UTF-16, which begins alike", "\xff\xfeh\0e\0j\0", undefined],
  ["what Messenger records", file("mp42", track("soun")), "audio/mp4"],
  ["what iPhones record", file("M4A ", track("soun"), track("meta")), "audio/mp4"],
  ["a film", file("isom", track("vide"), track("soun")), undefined],
  ["a film cut off before its tracks", box("ftyp", "isom") + box("mdat", "soun"), undefined],
  ["a box that says it has no size", `${box("ftyp", "isom")}\0\0\0\x02moov`, undefined],
  ["what old phones record", "#!AMR\n\x3c", "audio/amr"],
  ["AAC", "\xff\xf1\x50\x80", "audio/aac"],
  ["WAV", "RIFF\x24\0\0\0WAVEfmt ", "audio/wav"],
])("of sound: %s", (_, content, kind) => {
  expect(fileTypeOf(bytes(content))).toBe(kind);
});

test.each([
  ["dziura ż.png", "dziura ż.png"],
  ["C:\\Users\\anna\\zdjęcie.jpg", "zdjęcie.jpg"],
  ["../../etc/passwd", "passwd"],
  ["a\u0000\u202eb\n.png", "ab.png"],
  ['<img src="x">.png', "img src=x.png"],
  ["", "plik"],
  [undefined, "plik"],
  [`${"a".repeat(200)}.png`, `${"a".repeat(80)}${"a".repeat(16)}.png`],
])("a file called %j is kept as %j", (name, kept) => {
  expect(fileNameOf(name)).toBe(kept);
});

test("only what a browser draws without scripts is shown in place", () => {
  const kinds = [
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "image/heic",
    "application/pdf",
    "image/svg+xml",
  ];
  expect(kinds.filter(isShown)).toEqual(["image/jpeg", "image/png", "image/gif", "image/webp"]);
});
