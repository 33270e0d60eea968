import { EMAIL } from "../../channels/email/thread";
import type { Attachment } from "../../conversation/message";
import type { Act, Actor } from "../../serviceRequests/doors";
import { addresseeOf, ourIdsIn } from "./addressee";
import { commandIn } from "./commands";
import { cutQuotes } from "./cutQuotes";
import { kindOf } from "./kindOf";
import type { Letter } from "./letter";
import type { LetterParts } from "./parts";
import { readBounce } from "./readBounce";
import { tellOfBounce, tellOfWords } from "./tellStaff";

const MOST_PHOTOS = 5;
const LONGEST_WORDS = 4000;

/** `left`: nobody but a person can do anything with it, so it stays where people look. */
export type Taken = "done" | "left";

/** One letter, from what it is to what it does. Start reading here. */
export async function takeLetter(letter: Letter, parts: LetterParts): Promise<Taken> {
  const kind = kindOf(letter, parts.own);
  const to = addresseeOf(letter, parts.secret);
  parts.log.info("letter_came", { kind, known: to?.kind ?? "none" });
  if (kind === "bounce" && to?.kind === "conversation") return takeMailBounce(letter, parts);
  if (kind === "bounce") return to?.kind === "unit" ? takeBounce(letter, to.delivery, parts) : "left";
  if (kind !== "person") return "done";
  // What residents write in conversations is taken by `takeConversation.ts`, where that is switched on.
  if (!to || to.kind === "conversation") return "left";
  return to.kind === "unit"
    ? takeFromUnit(letter, to.delivery, parts)
    : takeFromReporter(letter, to.serviceRequestId, parts);
}

async function takeBounce(letter: Letter, deliveryId: string, parts: LetterParts): Promise<Taken> {
  const bounce = readBounce(letter);
  const delivery = await parts.deliveries.find(deliveryId);
  parts.log.warn("unit_mail_came_back", { delivery: deliveryId, kind: bounce.kind, status: bounce.status });
  if (bounce.kind === "temporary" || !delivery) return "done";
  const reason = `${bounce.recipient || "adres"}: ${bounce.kind === "mailbox_full" ? "skrzynka pełna" : bounce.words || bounce.status}`;
  await parts.deliveries.bounced(deliveryId, reason, parts.now());
  await tellOfBounce({ ...delivery, deliveryId, bounce }, parts);
  return "done";
}

/** A letter of a conversation that came back: consultants see that it did not arrive. */
async function takeMailBounce(letter: Letter, { conversations, log }: LetterParts): Promise<Taken> {
  const bounce = readBounce(letter);
  const platformIds = ourIdsIn(letter);
  log.warn("mail_came_back", { kind: bounce.kind, status: bounce.status });
  if (bounce.kind === "temporary") return "done";
  if (!conversations || platformIds.length === 0) return "left";
  const reason = bounce.kind === "mailbox_full" ? "mailbox full" : `came back ${bounce.status}`.trim();
  await conversations.house.receipts.record({ channel: EMAIL, of: { platformIds }, state: "failed", reason });
  return "done";
}

async function takeFromUnit(letter: Letter, deliveryId: string, parts: LetterParts): Promise<Taken> {
  const delivery = await parts.deliveries.find(deliveryId);
  if (!delivery) return "left";
  const said = cutQuotes(letter.text);
  const { kind, words } = commandIn(said);
  const attachments = await photosOf(letter, delivery.serviceRequestId, parts);
  const actor = { kind: "unit", unit: delivery.unit } as const;
  const doing = (wanted: Act) => act(delivery.serviceRequestId, wanted, actor, parts);
  const isDone = await doing({ kind, words: shortened(words), attachments });
  if (isDone && kind !== "add") return "done";
  // "W toku" said twice: nothing changes, but what else was written must not be lost.
  const isMore = words !== "" || attachments.length > 0;
  const isKept =
    isDone || (kind !== "add" && isMore && (await doing({ kind: "add", words: shortened(said), attachments })));
  await tellOfWords({ serviceRequestId: delivery.serviceRequestId, from: "unit", letter: letter.id, isKept }, parts);
  return isKept ? "done" : "left";
}

async function takeFromReporter(letter: Letter, serviceRequestId: string, parts: LetterParts): Promise<Taken> {
  const request = await parts.requests.find(serviceRequestId);
  if (!request) return "left";
  const words = shortened(cutQuotes(letter.text));
  const attachments = await photosOf(letter, serviceRequestId, parts);
  const kind = request.state === "waiting_for_resident" ? "answer" : "add";
  const done = await act(serviceRequestId, { kind, words, attachments }, { kind: "resident" }, parts);
  // A closed one takes no words any more: a person decides whether "dziękuję" or "nadal jest dziura" was written.
  if (!done) await tellOfWords({ serviceRequestId, from: "reporter", letter: letter.id, isKept: false }, parts);
  return done ? "done" : "left";
}

async function act(id: string, wanted: Act, actor: Actor, { acting, log }: LetterParts): Promise<boolean> {
  const done = await acting(id, wanted, actor);
  const refused = "refused" in done ? done.refused : undefined;
  log.info("letter_acted", { serviceRequest: id, act: wanted.kind, by: actor.kind, ...(refused && { refused }) });
  return refused === undefined;
}

/** The pictures of a letter, made safe; what is no picture stays in the mailbox. */
async function photosOf(
  { parts: pieces }: Letter,
  id: string,
  { cleanPhoto, requests }: LetterParts,
): Promise<Attachment[]> {
  const photos = pieces.filter(({ contentType, isDrawing }) => contentType.startsWith("image/") && !isDrawing);
  const kept: Attachment[] = [];
  for (const { bytes } of photos.slice(0, MOST_PHOTOS)) {
    const photo = await cleanPhoto(bytes);
    if ("refused" in photo) continue;
    const file = { name: `zdjecie-${kept.length + 1}.jpg`, contentType: photo.contentType, bytes: photo.bytes };
    kept.push(await requests.saveFile(id, file));
  }
  return kept;
}

const shortened = (text: string) => (text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS - 1)}…` : text);
