import type { Request } from "restify";
import { notFound } from "./answer";

/** What is called, out of its address. */
export type Called = {
  what: "discovery" | "services" | "service" | "requests" | "request" | "token" | "updates" | "photo";
  ids: string[];
  format: Format | undefined;
};
export type Format = "xml" | "json";

const ID = "([^/]{1,100}?)";
const ENDING = "(?:\\.([A-Za-z0-9]{1,8}))?";
const addresses: [Called["what"], RegExp][] = [
  ["discovery", new RegExp(`^(?:v2/)?discovery${ENDING}$`)],
  ["services", new RegExp(`^v2/services${ENDING}$`)],
  ["service", new RegExp(`^v2/services/${ID}${ENDING}$`)],
  ["requests", new RegExp(`^v2/requests${ENDING}$`)],
  ["request", new RegExp(`^v2/requests/${ID}${ENDING}$`)],
  ["token", new RegExp(`^v2/tokens/${ID}${ENDING}$`)],
  ["updates", new RegExp(`^v2/servicerequestupdates${ENDING}$`)],
  ["photo", new RegExp(`^v2/media/${ID}/${ID}\\.(jpg)$`)],
];

/** Reads the address of a call; undefined when nothing is there. */
export function readAddress(request: Request): Called | undefined {
  const path = request.path().replace(/^\/open311\//, "");
  for (const [what, pattern] of addresses) {
    const found = pattern.exec(path);
    if (!found) continue;
    const ids = found.slice(1, -1).map((part = "") => decoded(part));
    return { what, ids, format: what === "photo" ? "xml" : formatOf(found.at(-1), request) };
  }
  return undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notFound("Nie ma tu niczego.");
  }
}

/** By the ending of the address; without one by what the caller accepts, and XML in doubt. */
function formatOf(ending: string | undefined, request: Request): Format | undefined {
  if (ending === "xml" || ending === "json") return ending;
  if (ending !== undefined) return undefined;
  const accepted = request.headers.accept ?? "";
  return /application\/json/.test(accepted) && !/(?:text|application)\/xml/.test(accepted) ? "json" : "xml";
}

const OURS = ["krakow.pl", "krakow"];

/** There is one city here: whoever names it names it rightly or not at all. */
export function checkJurisdiction(jurisdiction: string | undefined): void {
  if (jurisdiction !== undefined && !OURS.includes(jurisdiction.toLowerCase()))
    throw notFound("Nie obsługujemy takiego obszaru (jurisdiction_id). Pomiń ten parametr albo podaj krakow.pl.");
}
