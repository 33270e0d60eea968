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
  ["RIFF\x24\x00\x00\x00WAVEfmt ", undefined],
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
