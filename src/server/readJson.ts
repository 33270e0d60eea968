import type { Next, Request, Response } from "restify";
import { Refusal } from "../conversation/refusal";

/** A JSON body is small; who needs longer to send it only holds the connection. */
const usual = { bytes: 256 * 1024, patienceMs: 20_000 };
/** A consultant's file as base64: 25 MB at most. And what editors keep: whole documents, sets of texts, tables. */
const FILES =
  /^\/console\/api\/(?:conversations\/[^/]+\/files|drafts\/[^/]+\/(?:documents|article|yaml)|regression\/(?:import|[^/]+\/texts)|imports\/faq)$/;
const forFiles = { bytes: 36 * 1024 * 1024, patienceMs: 120_000 };
/** What platforms tell us comes in batches: Meta's hold up to 3 MB. */
const TOLD = /^\/channels\//;
const forTold = { bytes: 4 * 1024 * 1024, patienceMs: 20_000 };
/** Pages that work without scripts and partners' calls; their rooms read the form themselves (`forms/readForm.ts`). */
const FORMS = /^\/(?:sprawa|jednostka|mapa|pomysly|kontakt|open311)\//;
/** Of all large bodies together, so that many at once cannot fill the memory. */
const MOST_BYTES_AT_ONCE = 128 * 1024 * 1024;

let largeBytesHeld = 0;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Compressed bodies are refused: their size is unknown until they have filled the memory. */
export function refuseEncodedBodies(request: Request, _response: Response, next: Next) {
  const encoding = request.headers["content-encoding"];
  if (encoding === undefined || encoding === "identity") return next();
  next(
    new Refusal(
      415,
      "EncodedBody",
      "Compressed request bodies are not accepted. Send it again without Content-Encoding.",
      {
        "Accept-Encoding": "identity",
      },
    ),
  );
}

/** Puts the parsed JSON in `request.body` and its bytes in `request.rawBody`; files and forms go past it to their own readers. */
export async function readJson(request: Request, _response: Response): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD") return;
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "multipart/form-data" || (type === "application/x-www-form-urlencoded" && FORMS.test(request.path())))
    return;
  request.body = undefined;
  const bytes = await readBytes(request);
  request.rawBody = bytes;
  if (bytes.length === 0) return;
  if (!/^application\/(?:[\w.+-]+\+)?json$/.test(type))
    throw new Refusal(415, "NotJson", "Send the body as JSON, with Content-Type: application/json.");
  request.body = parse(bytes);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new Refusal(400, "MalformedJson", "The body is not valid JSON in UTF-8.");
  }
}

const busy = () =>
  new Refusal(503, "Busy", "Too many files are being sent now. Try again in a moment.", { "Retry-After": "5" });

function limitsOf(path: string) {
  if (FILES.test(path)) return forFiles;
  return TOLD.test(path) ? forTold : usual;
}

function readBytes(request: Request): Promise<Buffer> {
  const limits = limitsOf(request.path());
  const tooLarge = () =>
    new Refusal(413, "BodyTooLarge", `The body is larger than ${limits.bytes / 1024} KB. Send less at once.`);
  if (Number(request.headers["content-length"] ?? 0) > limits.bytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    // The rest is read and thrown away: a connection cut while the caller still sends would hide our answer.
    const fail = (refusal: Refusal) => end(() => reject(refusal));
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (limits !== usual) largeBytesHeld += chunk.length;
      if (size > limits.bytes) return fail(tooLarge());
      if (largeBytesHeld > MOST_BYTES_AT_ONCE) return fail(busy());
      chunks.push(chunk);
    };
    const onEnd = () => end(() => resolve(Buffer.concat(chunks)));
    const onClose = () =>
      end(() => reject(new Refusal(400, "BodyCutShort", "The body ended too early. Send it again.")));
    const late = () =>
      fail(new Refusal(408, "TooSlow", "The body took too long. Send it again.", { Connection: "close" }));
    const timer = setTimeout(late, limits.patienceMs);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      if (limits !== usual) largeBytesHeld -= size;
      request.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
      request.on("error", () => {}).resume();
      settle();
    };
    request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}
