import busboy from "busboy";
import type { Request } from "restify";
import { fileNameOf } from "../conversation/fileType";
import { Refusal } from "../conversation/refusal";

/** `mostBytes` is of the whole body; a form without files is read with `mostFiles: 0`. */
export type FormLimits = { mostFiles: number; mostBytesPerFile: number; mostBytes: number };
/** `contentType` is what the sender says; what the file is, its bytes tell (`conversation/fileType.ts`). */
export type FormFile = { field: string; name: string; contentType: string; bytes: Buffer };
/** Values in their order, names as often as they came; a file input left empty is no file. */
export type Form = { values: [name: string, value: string][]; files: FormFile[] };

type Arriving = Omit<FormFile, "bytes"> & { chunks: Buffer[] };

const MOST_VALUES = 200;
const MOST_BYTES_PER_VALUE = 64 * 1024;
/** Of all forms together, so that many at once cannot fill the memory. */
const MOST_BYTES_AT_ONCE = 192 * 1024 * 1024;

let bytesHeld = 0;

type Read = { values: Form["values"]; files: Arriving[]; bytes: number };

/** Reads a form as browsers send it, with or without files; refuses as soon as it is clear that it is too much. */
export async function readForm(request: Request, limits: FormLimits): Promise<Form> {
  const read: Read = { values: [], files: [], bytes: 0 };
  try {
    await readParts(request, limits, read);
    const sent = read.files.filter(({ name, chunks }) => name !== "" || chunks.length > 0);
    if (sent.length > limits.mostFiles) throw tooManyFiles(limits);
    const files = sent.map(({ chunks, ...file }) => ({ ...file, bytes: Buffer.concat(chunks) }));
    return { values: read.values, files };
  } finally {
    bytesHeld -= read.bytes;
    // What still drips in after a refusal is not counted any more, and not kept.
    read.files.length = 0;
  }
}

function readParts(request: Request, limits: FormLimits, read: Read): Promise<void> {
  return new Promise((resolve, reject) => {
    const parser = parserFor(request, limits);
    let over = false;
    const fail = (refusal: Refusal) => {
      over = true;
      request.unpipe(parser);
      // The rest is read and thrown away: a connection cut while the caller still sends would hide our answer.
      request.resume();
      reject(refusal);
    };
    if (Number(request.headers["content-length"] ?? 0) > limits.mostBytes) return fail(tooLarge(limits));
    request.on("data", (chunk: Buffer) => {
      if (over) return;
      read.bytes += chunk.length;
      bytesHeld += chunk.length;
      if (read.bytes > limits.mostBytes) fail(tooLarge(limits));
      else if (bytesHeld > MOST_BYTES_AT_ONCE) fail(busy());
    });
    takeValues(parser, read, fail);
    takeFiles(parser, limits, read, fail);
    parser.on("error", () => fail(notComplete()));
    parser.on("close", () => {
      over = true;
      resolve();
    });
    request.on("close", () => request.complete || fail(notComplete()));
    request.pipe(parser);
  });
}

type Fail = (refusal: Refusal) => void;

function takeValues(parser: busboy.Busboy, read: Read, fail: Fail): void {
  parser.on("field", (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) return fail(valueTooLong(name));
    if (!isText(name) || !isText(value)) return fail(notUtf8());
    read.values.push([name, value]);
  });
  parser.on("fieldsLimit", () => fail(tooManyValues()));
  parser.on("partsLimit", () => fail(tooManyValues()));
}

function takeFiles(parser: busboy.Busboy, limits: FormLimits, read: Read, fail: Fail): void {
  parser.on("file", (field, stream, { filename, mimeType }) => {
    const name = filename ? fileNameOf(filename) : "";
    const file: Arriving = { field, name, contentType: mimeType, chunks: [] };
    read.files.push(file);
    stream.on("data", (chunk: Buffer) => read.files.includes(file) && file.chunks.push(chunk));
    stream.on("limit", () => fail(fileTooLarge(name, limits)));
    stream.on("error", () => fail(notComplete()));
    if (!isText(field) || !isText(filename ?? "")) fail(notUtf8());
  });
  parser.on("filesLimit", () => fail(tooManyFiles(limits)));
}

function parserFor(request: Request, { mostFiles, mostBytesPerFile }: FormLimits): busboy.Busboy {
  const { headers } = request;
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(headers["content-type"] ?? "")) {
    request.resume();
    throw new Refusal(415, "NotAForm", "Send a form: application/x-www-form-urlencoded or multipart/form-data.");
  }
  // A file input left empty still comes as a part of its own: one for each field a page has.
  const files = mostFiles + 2;
  const limits = {
    files,
    // busboy calls a file of exactly the limit too large.
    fileSize: mostBytesPerFile + 1,
    fields: MOST_VALUES,
    fieldSize: MOST_BYTES_PER_VALUE,
    parts: MOST_VALUES + files + 1,
  };
  try {
    return busboy({ headers, limits, defParamCharset: "utf8" });
  } catch {
    request.resume();
    throw notComplete();
  }
}

/** What was no UTF-8 has become replacement characters; nobody types those. */
const isText = (text: string) => !text.includes("\uFFFD");

const megabytes = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / 1024 / 1024)} MB`;
const busy = () =>
  new Refusal(503, "Busy", "Too many files are being sent now. Try again in a moment.", { "Retry-After": "5" });
const tooLarge = ({ mostBytes }: FormLimits) =>
  new Refusal(413, "BodyTooLarge", `The form is larger than ${megabytes(mostBytes)}. Send less at once.`);
const fileTooLarge = (name: string, { mostBytesPerFile }: FormLimits) =>
  new Refusal(413, "FileTooLarge", `The file "${name}" is larger than ${megabytes(mostBytesPerFile)}.`);
const tooManyFiles = ({ mostFiles }: FormLimits) =>
  new Refusal(413, "TooManyFiles", `At most ${mostFiles} files are taken at once. Send the others after.`);
const tooManyValues = () => new Refusal(413, "TooManyFields", `At most ${MOST_VALUES} fields are taken at once.`);
const valueTooLong = (name: string) =>
  new Refusal(413, "FieldTooLong", `The field "${name.slice(0, 100)}" is longer than 64 KB.`);
const notUtf8 = () => new Refusal(400, "NotUtf8", "The form is not in UTF-8. Send it again in UTF-8.");
const notComplete = () => new Refusal(400, "BrokenForm", "The form could not be read to its end. Send it again.");
