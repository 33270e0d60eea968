import type { Request, Response } from "restify";
import type { Log } from "../conversation/log";
import { Refusal } from "../conversation/refusal";
import { UnknownConversation } from "../inbox/doors";

/** What restify itself refuses, told in our words; its own would show the address that was called. */
const told: Record<number, [code: string, message: string]> = {
  400: ["BadRequest", "The request could not be read. Check its address and body."],
  404: ["NotFound", "There is nothing at this address."],
  405: ["MethodNotAllowed", "This address does not answer that method; see the Allow header."],
};

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof UnknownConversation)
    return new Refusal(404, "ConversationNotFound", "This conversation does not exist (any more). Start a new one.");
  if (!(error instanceof Error) || !("statusCode" in error) || typeof error.statusCode !== "number") return undefined;
  const [code, message] = told[error.statusCode] ?? [];
  return code && message ? new Refusal(error.statusCode, code, message) : undefined;
}

const UNEXPECTED = new Refusal(500, "InternalError", "Something went wrong here. Please try again in a moment.");

/** Answers whatever a handler threw: a refusal as it stands, anything else as a plain 500 that goes to the log. */
export function answerError(log: Log) {
  return (request: Request, response: Response, error: unknown, done: () => void): void => {
    const refusal = refusalOf(error);
    if (!refusal && !isHangUp(error))
      log.error("request_failed", { request: request.id(), route: request.getRoute()?.path, error });
    if (!response.headersSent && !response.destroyed) answerRefusal(response, refusal ?? UNEXPECTED);
    done();
  };
}

/** The caller went away; nobody is left to answer. */
function isHangUp(error: unknown): boolean {
  return error instanceof Error && ["RequestCloseError", "RequestAbortedError"].includes(error.name);
}

function answerRefusal(response: Response, refusal: Refusal): void {
  const { status, code, message, headers } = refusal;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Cache-Control", "no-store");
  response.json(status, { error: { code, message } });
}
