import type { Next, Request, Response } from "restify";
import { Refusal } from "../conversation/refusal";

const MOST_BYTES = 256 * 1024;
/** A JSON body is small; who needs longer to send it only holds the connection. */
const PATIENCE_MS = 20_000;

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

/** Puts the parsed JSON in `request.body` and its bytes in `request.rawBody`; files go past it to their own reader. */
export async function readJson(request: Request, _response: Response): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD") return;
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "multipart/form-data") return;
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

function readBytes(request: Request): Promise<Buffer> {
  const tooLarge = () =>
    new Refusal(413, "BodyTooLarge", `The body is larger than ${MOST_BYTES / 1024} KB. Send less at once.`);
  if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    // The rest is read and thrown away: a connection cut while the caller still sends would hide our answer.
    const fail = (refusal: Refusal) => end(() => reject(refusal));
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) return fail(tooLarge());
      chunks.push(chunk);
    };
    const onEnd = () => end(() => resolve(Buffer.concat(chunks)));
    const onClose = () =>
      end(() => reject(new Refusal(400, "BodyCutShort", "The body ended too early. Send it again.")));
    const late = () =>
      fail(new Refusal(408, "TooSlow", "The body took too long. Send it again.", { Connection: "close" }));
    const timer = setTimeout(late, PATIENCE_MS);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      request.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
      request.on("error", () => {}).resume();
      settle();
    };
    request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}
