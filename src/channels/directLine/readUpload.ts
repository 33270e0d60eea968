import busboy from "busboy";
import type { Request } from "restify";
import { fileNameOf, fileTypeOf } from "../../conversation/fileType";
import { Refusal } from "../../conversation/refusal";
import { type TakenFile, takeFile } from "../../photos/takeFile";
import { fileRefused, tooLarge, wrongKind } from "./fileRefused";

/** `activity` is the parsed JSON of the part of that name, undefined without one. */
export type Upload = { activity: unknown; files: TakenFile[] };

type Part = { name: string; fileName: string; chunks: Buffer[]; size: number };

const MOST_FILES = 5;
const MOST_ACTIVITY_BYTES = 64 * 1024;
/** Of all uploads together, so that many at once cannot fill the memory. */
const MOST_BYTES_AT_ONCE = 256 * 1024 * 1024;
/** Enough to tell what a file is. */
const SIGN_BYTES = 12;

let bytesHeld = 0;

/** Reads a multipart upload, refusing as soon as it is clear that it is too large, too many or of a wrong kind. */
export async function readUpload(request: Request, mostMegabytes: number): Promise<Upload> {
  const parts: Part[] = [];
  try {
    await readParts(request, mostMegabytes, parts);
    const activity = parts.find(({ name }) => name === "activity");
    const sent = parts.filter((part) => part !== activity);
    if (sent.length === 0)
      throw new Refusal(400, "NoFile", 'The upload holds no file. Send it as a part named "file".');
    // One after the other, and while their bytes still count as held.
    const files: TakenFile[] = [];
    for (const part of sent) files.push(await fileOf(part));
    return { activity: activity && parseActivity(activity), files };
  } finally {
    bytesHeld -= parts.reduce((sum, { size }) => sum + size, 0);
    // What still drips in after a refusal is not counted any more, and not kept.
    parts.length = 0;
  }
}

function readParts(request: Request, mostMegabytes: number, parts: Part[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const parser = parserFor(request, mostMegabytes);
    const fail = (refusal: unknown) => {
      request.unpipe(parser);
      // The rest is read and thrown away: a connection cut while the caller still sends would hide our answer.
      request.resume();
      reject(refusal);
    };
    const take = (part: Part, chunk: Buffer) => {
      if (!parts.includes(part)) return;
      part.chunks.push(chunk);
      part.size += chunk.length;
      bytesHeld += chunk.length;
      const refusal = whyNot(part);
      if (refusal) fail(refusal);
    };
    parser.on("file", (name, stream, { filename }) => {
      const part: Part = { name, fileName: fileNameOf(filename), chunks: [], size: 0 };
      parts.push(part);
      if (parts.filter((other) => other.name !== "activity").length > MOST_FILES) fail(tooMany());
      stream.on("data", (chunk: Buffer) => take(part, chunk));
      stream.on("limit", () => fail(tooLarge(part.fileName, mostMegabytes)));
      stream.on("error", () => fail(notMultipart()));
    });
    parser.on("field", (name, text) => {
      if (name !== "activity") return;
      const part: Part = { name, fileName: "", chunks: [], size: 0 };
      parts.push(part);
      take(part, Buffer.from(text));
    });
    parser.on("partsLimit", () => fail(tooMany()));
    parser.on("error", () => fail(notMultipart()));
    parser.on("close", resolve);
    request.on(
      "close",
      () => request.complete || fail(new Refusal(400, "BodyCutShort", "The upload ended too early.")),
    );
    request.pipe(parser);
  });
}

function parserFor({ headers }: Request, mostMegabytes: number): busboy.Busboy {
  try {
    const limits = { fileSize: mostMegabytes * 1024 * 1024, parts: MOST_FILES + 5, fieldSize: MOST_ACTIVITY_BYTES };
    return busboy({ headers, limits, defParamCharset: "utf8" });
  } catch {
    throw notMultipart();
  }
}

/** Why a part that is still arriving will not do. */
function whyNot({ name, fileName, chunks, size }: Part): Refusal | undefined {
  if (bytesHeld > MOST_BYTES_AT_ONCE)
    return new Refusal(503, "Busy", "Too many files are being sent now. Try again in a moment.", {
      "Retry-After": "5",
    });
  if (name === "activity") return size > MOST_ACTIVITY_BYTES ? badActivity() : undefined;
  const [first] = chunks;
  if (size < SIGN_BYTES || !first) return undefined;
  const sign = first.length >= SIGN_BYTES ? first : Buffer.concat(chunks);
  return fileTypeOf(sign) ? undefined : wrongKind(fileName);
}

async function fileOf({ fileName, chunks }: Part): Promise<TakenFile> {
  const taken = await takeFile(fileName, Buffer.concat(chunks));
  if ("refused" in taken) throw fileRefused(fileName, taken.refused);
  return taken;
}

function parseActivity({ chunks }: Part): unknown {
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw badActivity();
  }
}

const badActivity = () =>
  new Refusal(400, "BadActivity", 'The part "activity" must be an activity as JSON, at most 64 KB.');
const notMultipart = () =>
  new Refusal(400, "NotMultipart", 'Send files as complete multipart/form-data, in parts named "file".');
const tooMany = () =>
  new Refusal(413, "TooManyFiles", `At most ${MOST_FILES} files are taken at once. Send the others after.`);
