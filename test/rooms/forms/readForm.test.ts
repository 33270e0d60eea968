import { createServer, type Server } from "restify";
import { readForm } from "../../../src/forms/readForm";

const MB = 1024 * 1024;
let server: Server;
let address = "";

/** What a form comes to, as the caller learns it: names, values and files, or the status and code of the refusal. */
async function sent(body: RequestInit["body"], contentType?: string): Promise<unknown> {
  const headers = contentType ? { "Content-Type": contentType } : undefined;
  const answer = await fetch(address, { method: "POST", ...(headers && { headers }), body: body ?? null });
  return answer.json();
}

const formOf = (...parts: [string, string | File][]) => {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
};
const file = (name: string, bytes: number | Uint8Array<ArrayBuffer>) =>
  new File([typeof bytes === "number" ? new Uint8Array(bytes) : bytes], name, { type: "image/jpeg" });

beforeAll(async () => {
  server = createServer();
  server.post("/", async (request, response) => {
    const limits = { mostFiles: 2, mostBytesPerFile: MB, mostBytes: 2 * MB };
    await readForm(request, limits).then(
      ({ values, files }) =>
        response.json(200, { values, files: files.map(({ bytes, ...about }) => ({ ...about, size: bytes.length })) }),
      ({ status, code }) => response.json(status, { status, code }),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${server.address().port}/`;
});
afterAll(() => new Promise<void>((done) => void server.close(() => done())));

const urlencoded = "application/x-www-form-urlencoded";

test("a form without files keeps its letters, its order and names that come twice", async () => {
  const body = new URLSearchParams([
    ["words", "Zażółć gęślą & jaźń\r\nі ще"],
    ["tag", "a"],
    ["tag", "b+c"],
  ]);
  expect(await sent(body)).toEqual({
    values: [
      ["words", "Zażółć gęślą & jaźń\r\nі ще"],
      ["tag", "a"],
      ["tag", "b+c"],
    ],
    files: [],
  });
  expect(await sent("", urlencoded)).toEqual({ values: [], files: [] });
});

test("a form with files keeps them whole, up to the very limit, and leaves out inputs left empty", async () => {
  const form = formOf(["words", "Тут ще й фото"], ["photos", file("żabka.jpg", MB)], ["other", new File([], "")]);
  expect(await sent(form)).toEqual({
    values: [["words", "Тут ще й фото"]],
    files: [{ field: "photos", name: "żabka.jpg", contentType: "image/jpeg", size: MB }],
  });
});

const part = (text: Buffer, type = "") =>
  Buffer.concat([
    Buffer.from(`--x\r\nContent-Disposition: form-data; name="words"\r\n${type}\r\n`),
    text,
    Buffer.from("\r\n--x--\r\n"),
  ]);
const multipart = "multipart/form-data; boundary=x";

test("a value that says it is in another alphabet is read in it", async () => {
  const type = "Content-Type: text/plain; charset=utf-8\r\n";
  expect(await sent(part(Buffer.from("łąka"), type), multipart)).toMatchObject({ values: [["words", "łąka"]] });
});

test.each<[string, () => [RequestInit["body"], string?], number, string]>([
  ["values that are not UTF-8", () => ["words=%B3%B1ka", urlencoded], 400, "NotUtf8"],
  ["parts that are not UTF-8", () => [part(Buffer.from([0xb3, 0xb1])), multipart], 400, "NotUtf8"],
  ["a file too large", () => [formOf(["photos", file("a.jpg", MB + 1)])], 413, "FileTooLarge"],
  [
    "too many files",
    () => [formOf(...["a", "b", "c"].map((n) => ["p", file(n, 9)] as [string, File]))],
    413,
    "TooManyFiles",
  ],
  [
    "far too many files",
    () => [formOf(...[..."abcdefg"].map((n) => ["p", file(n, 9)] as [string, File]))],
    413,
    "TooManyFiles",
  ],
  ["a body too large", () => [formOf(["a", file("a", MB)], ["b", file("b", MB)])], 413, "BodyTooLarge"],
  ["a value too long", () => [new URLSearchParams({ words: "x".repeat(70_000) })], 413, "FieldTooLong"],
  [
    "too many values",
    () => [Array.from({ length: 300 }, (_, n) => `v${n}=1`).join("&"), urlencoded],
    413,
    "TooManyFields",
  ],
  ["JSON", () => ["{}", "application/json"], 415, "NotAForm"],
  ["parts without a boundary", () => ["x", "multipart/form-data"], 400, "BrokenForm"],
  [
    "parts that end in the middle",
    () => ["--x\r\nContent-Disposition: form-data; name=a\r\n\r\nhalf", multipart],
    400,
    "BrokenForm",
  ],
])("%s are refused", async (_, given, status, code) => {
  const [body, type] = given();
  expect(await sent(body, type)).toEqual({ status, code });
});
