import type { Attachment } from "../conversation/message";
import { Refusal } from "../conversation/refusal";
import type { Tree } from "./tree";

/** What is answered: a body that can be written in both formats, or a picture. */
export type Answer =
  | { status: number; root: string; body: Tree; headers?: Record<string, string> }
  | { status: number; picture: { attachment: Attachment; bytes: Buffer } };

export const ok = (root: string, body: Tree): Answer => ({ status: 200, root, body });

/** What went wrong, in words for whoever uses the partner's program. */
export function wrong(status: number, descriptions: string[], headers: Record<string, string> = {}): Answer {
  const body = descriptions.map((description) => ({ code: String(status), description }));
  return { status, root: "errors", body, headers };
}

/** Thrown by whatever cannot go on: what is called for does not exist. */
export const notFound = (description: string) => new Refusal(404, "NotFound", description);
export const badRequest = (description: string) => new Refusal(400, "BadRequest", description);
