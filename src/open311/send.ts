import { createHash } from "node:crypto";
import type { Request, Response } from "restify";
import type { Answer } from "./answer";
import type { Format } from "./call";
import { toJson, toXml } from "./tree";

const types: Record<Format, string> = {
  xml: "text/xml; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** Writes the answer in the format asked for; what the caller has already is not sent again. */
export function send(request: Request, response: Response, answer: Answer, format: Format): void {
  // What still comes of a body nobody reads must not keep the answer back.
  request.resume();
  const { bytes, type } = written(answer, format);
  const reading = request.method !== "POST";
  if (reading) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "ETag");
  }
  if ("headers" in answer && answer.headers)
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.setHeader("Cache-Control", reading && answer.status === 200 ? "no-cache" : "no-store");
  if (answer.status === 204) {
    finish(response, 204);
    return;
  }
  response.setHeader("Content-Type", type);
  if (reading && answer.status === 200) {
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    response.setHeader("ETag", etag);
    if (knows(request, etag)) {
      finish(response, 304);
      return;
    }
  }
  response.setHeader("Content-Length", bytes.length);
  finish(response, answer.status, request.method === "HEAD" ? undefined : bytes);
}

function finish(response: Response, status: number, bytes?: Buffer): void {
  response.statusCode = status;
  response.end(bytes);
}

function written(answer: Answer, format: Format): { bytes: Buffer; type: string } {
  if ("picture" in answer) return { bytes: answer.picture.bytes, type: answer.picture.attachment.contentType };
  const text = format === "json" ? toJson(answer.body) : toXml(answer.root, answer.body);
  return { bytes: Buffer.from(text), type: types[format] };
}

function knows(request: Request, etag: string): boolean {
  const known = request.header("if-none-match") ?? "";
  return known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
