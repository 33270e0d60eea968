import type { Request } from "restify";
import { Refusal } from "../conversation/refusal";
import { type FormFile, readForm } from "../forms/readForm";
import type { PagesParts } from "./parts";

const MB = 1024 * 1024;
// More and larger than photos may be: what is only a little too much is told in the form, with the words kept.
const limits = { mostFiles: 12, mostBytesPerFile: 24 * MB, mostBytes: 72 * MB };
const MOST_OWNER = 200;

/** What a form of ours sends. `seen`: the version of the matter its sender had before them. */
export type Posted = { words: string; owner: string; photos: FormFile[]; seen: number };

/** Reads a form that came from one of our own pages. */
export async function readPosted(request: Request, parts: Pick<PagesParts, "addresses">): Promise<Posted> {
  refuseForeign(request, parts);
  const { values, files } = await readForm(request, limits);
  const value = (name: string) => values.find(([own]) => own === name)?.[1] ?? "";
  const seen = value("seen");
  if (!/^\d{1,9}$/.test(seen)) throw new Refusal(400, "BrokenForm", "The form is not complete. Send it again.");
  return {
    // Browsers send two letters for a new line.
    words: value("words").replace(/\r\n?/g, "\n").trim(),
    owner: value("owner").trim().slice(0, MOST_OWNER),
    photos: files.filter(({ field }) => field === "photos"),
    seen: Number(seen),
  };
}

/**
 * Another site cannot know the address, which is the key; this is a second lock. Our pages tell nobody where they
 * are, so old browsers send "null" as the origin of our own forms.
 */
export function refuseForeign(request: Request, { addresses }: Pick<PagesParts, "addresses">): void {
  const { "sec-fetch-site": site, origin } = request.headers;
  const isForeign =
    site !== undefined
      ? site !== "same-origin" && site !== "none"
      : origin !== undefined && origin !== "null" && origin !== addresses.ownOrigin(request);
  if (!isForeign) return;
  request.resume();
  throw new Refusal(403, "Foreign", "The form came from another site. Send it from our own page.");
}
