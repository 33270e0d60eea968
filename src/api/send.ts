import { createHash } from "node:crypto";
import type { Request, Response } from "restify";
import type { Language } from "../conversation/language";
import type { Problem } from "./schemas";

/** What is answered. What somebody typed is in the address, so only the caller itself may keep such an answer. */
export type Answer =
  | { body: object; type: string; keep: "public" | "private"; writtenIn: Language }
  | { problem: Problem; headers?: Record<string, string> };

const KEPT_SECONDS = 60;

/** Writes an answer; what the caller has already is not sent again. */
export function send(request: Request, response: Response, answer: Answer, language: Language): void {
  // What still comes of a body nobody reads must not keep the answer back.
  request.resume();
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", "ETag, Retry-After");
  response.setHeader("Vary", "Accept-Language");
  response.setHeader("Content-Language", "problem" in answer ? language : answer.writtenIn);
  if ("problem" in answer) {
    sendProblem(request, response, answer);
    return;
  }
  const bytes = Buffer.from(JSON.stringify(answer.body));
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  response.setHeader("Cache-Control", `${answer.keep}, max-age=${KEPT_SECONDS}`);
  response.setHeader("ETag", etag);
  if (knows(request, etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  write(request, response, { status: 200, type: answer.type, bytes });
}

/** What pages of other sites may send; asked for by their browsers. */
export function sendOptions(request: Request, response: Response): void {
  request.resume();
  response.setHeader("Allow", "GET, HEAD, OPTIONS");
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
  response.setHeader("Access-Control-Allow-Headers", "X-Api-Key, If-None-Match");
  response.setHeader("Access-Control-Max-Age", "86400");
  response.statusCode = 204;
  response.end();
}

function sendProblem(
  request: Request,
  response: Response,
  { problem, headers = {} }: Extract<Answer, { problem: Problem }>,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Cache-Control", "no-store");
  const bytes = Buffer.from(JSON.stringify(problem));
  write(request, response, { status: problem.status, type: "application/problem+json", bytes });
}

type Written = { status: number; type: string; bytes: Buffer };

function write(request: Request, response: Response, { status, type, bytes }: Written): void {
  response.statusCode = status;
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", bytes.length);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function knows(request: Request, etag: string): boolean {
  const known = request.header("if-none-match") ?? "";
  return known.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "")));
}
