import type { Next, Request, Response } from "restify";
import { Refusal } from "../conversation/refusal";

/**
 * Refuses what restify cannot read an address from, such as a Host header "a:99999". It would find out where nothing
 * catches its error, and one such call would end the process; so this stands before everything that asks for the path.
 */
export function refuseUnreadableAddress(request: Request, _response: Response, next: Next) {
  if (isReadable(request)) return next();
  next(new Refusal(400, "BadRequest", "The address or the Host header could not be read."));
}

function isReadable(request: Request): boolean {
  // No id holds the character zero, and the database takes it for a mistake of ours.
  if (request.url?.includes("%00")) return false;
  try {
    request.path();
    return true;
  } catch {
    return false;
  }
}
