import type { Attachment } from "../conversation/message";
import type { FormFile } from "../forms/readForm";
import type { PhotoRefusal } from "../photos/photo";
import { takeFile } from "../photos/takeFile";
import { reopenUntil } from "../serviceRequests/acts";
import type { Act, Actor, RequestEvent, ServiceRequest } from "../serviceRequests/doors";
import { actsFor } from "../serviceRequests/lifeCycle";
import { timingOf } from "../serviceRequests/office";
import type { Field } from "./form";
import type { PagesParts } from "./parts";
import type { Posted } from "./readPosted";
import { dayOf, type Reader } from "./telling";
import type { Texts } from "./texts/texts";

/** What forms can do; acts beside these need more than words and photos. */
export type FormAct = Extract<
  Act["kind"],
  "start" | "ask" | "answer" | "finish" | "refuse" | "bounce" | "reopen" | "add" | "withdraw" | "confirm"
>;

type Error = { field: Field; text: string };
/** `stale`: what happened since its sender looked; `gone`: what cannot be done (any more), in words. */
export type Outcome =
  | { kind: "done" }
  | { kind: "errors"; errors: Error[] }
  | { kind: "stale"; missed: RequestEvent[] }
  | { kind: "gone"; why: string };

export type Doing = { request: ServiceRequest; act: FormAct; actor: Actor; posted: Posted; reader: Reader };

const LONGEST_WORDS = 4000;
const MOST_PHOTOS = 5;

/** Does what a form asks for, or says why not. Photos are kept only once nothing else speaks against it. */
export async function actOn(doing: Doing, parts: PagesParts): Promise<Outcome> {
  const { request, act, actor, posted, reader } = doing;
  if (posted.seen !== request.version) return staleOrDone(doing, parts);
  if (!actsFor(request.state, actor.kind).includes(act)) return { kind: "gone", why: reader.texts.refused.not_now };
  const until = actor.kind === "resident" && act === "reopen" ? untilReopened(request, parts) : undefined;
  if (until && parts.now() > until)
    return { kind: "gone", why: reader.texts.refused.too_late(dayOf(until, reader.language)) };
  const errors = errorsOf(doing);
  const photos = errors.some(({ field }) => field === "photos") ? [] : await cleaned(posted.photos, reader.texts);
  errors.push(...photos.flatMap((photo) => ("error" in photo ? [photo.error] : [])));
  if (errors.length > 0) return { kind: "errors", errors };
  const files = photos.flatMap((photo) => ("file" in photo ? [photo.file] : []));
  const attachments: Attachment[] = [];
  for (const file of files) attachments.push(await parts.requests.saveFile(request.id, file));
  const said = { words: posted.words, attachments };
  const result = await parts.acting(request.id, { kind: act, ...said }, actor, posted.seen);
  if (!("refused" in result)) return { kind: "done" };
  return result.refused === "stale" ? staleOrDone(doing, parts) : { kind: "gone", why: reader.texts.refused.other };
}

/** Until when the resident may open it again. */
export const untilReopened = (request: ServiceRequest, { names }: Pick<PagesParts, "names">): Date =>
  reopenUntil(request, timingOf(names().office, request.service));

/** Whoever pressed the button twice is told that it is done, not that they were too late for themselves. */
async function staleOrDone({ request, act, actor, posted }: Doing, { requests }: PagesParts): Promise<Outcome> {
  const missed = (await requests.events(request.id)).filter(({ number }) => number > posted.seen);
  const own = actor.kind === "unit" ? `unit:${actor.unit}` : actor.kind;
  const isDone = missed.some((event) => event.kind === act && event.actor === own && event.words === posted.words);
  return isDone ? { kind: "done" } : { kind: "stale", missed };
}

/** A question, a refusal and "not ours" need words; the resident may also let a photo speak. */
function errorsOf({ act, posted: { words, photos }, reader: { texts } }: Doing): Error[] {
  const { refused } = texts;
  const errors: Error[] = [];
  const mayShow = act === "answer" || act === "add" || act === "reopen";
  if (words.length > LONGEST_WORDS)
    errors.push({ field: "words", text: refused.too_long(words.length, LONGEST_WORDS) });
  else if (words === "" && mayShow && photos.length === 0)
    errors.push({ field: "words", text: refused.words_or_photo });
  else if (words === "" && (act === "ask" || act === "refuse" || act === "bounce"))
    errors.push({ field: "words", text: refused.words_missing });
  if (photos.length > MOST_PHOTOS) errors.push({ field: "photos", text: refused.too_many_photos });
  return errors;
}

type Cleaned = { file: { name: string; contentType: string; bytes: Buffer } } | { error: Error };

async function cleaned(photos: FormFile[], { refused }: Texts): Promise<Cleaned[]> {
  const results: Cleaned[] = [];
  for (const { name, bytes } of photos) {
    const taken = await takeFile(name, bytes);
    const why: PhotoRefusal | undefined = "refused" in taken ? kindOf(taken.refused) : notPhoto(taken.contentType);
    if (why) results.push({ error: { field: "photos", text: refused[why](name) } });
    else if (!("refused" in taken)) {
      // Where it was taken is for the resident's turn in the chat only.
      const { position: _, ...file } = taken;
      results.push({ file });
    }
  }
  return results;
}

const kindOf = (refused: PhotoRefusal | "wrong_kind"): PhotoRefusal =>
  refused === "wrong_kind" ? "not_a_picture" : refused;
/** Documents and drawings that move are no photos here. */
const notPhoto = (contentType: string) => (contentType === "image/jpeg" ? undefined : "not_a_picture");
