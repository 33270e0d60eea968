import { createHmac } from "node:crypto";
import { z } from "zod";
import { Refusal, tooOften } from "../../conversation/refusal";
import { readForm } from "../../forms/readForm";
import { goTo, sendPage } from "../answers";
import { type Call, sendNotFound } from "../call";
import { html } from "../html";
import { refuseForeign } from "../readPosted";
import { followToken, readFollowToken } from "./followToken";
import { sendOne } from "./onePages";
import { type PublicParts, publicReader, readerFor } from "./parts";
import { addressOf, findPublic, type PublicRequest, titleOf } from "./publicRequest";

const Email = z.email().max(254);
const formLimits = { mostFiles: 0, mostBytesPerFile: 0, mostBytes: 4096 };
const MOST_ASKED = 10;
const ASKED_WINDOW_SECONDS = 3600;
/** What one mailbox may be sent by strangers. */
const MOST_MAILS = 5;
const MAILS_WINDOW_SECONDS = 24 * 3600;
const SAME_MAIL_MS = 10 * 60_000;

/** `POST /mapa/<number>/obserwuj`: sends a link to be confirmed; its answer never tells whether an address is known. */
export async function takeFollow(call: Call, parts: PublicParts): Promise<void> {
  const { request: http } = call;
  refuseForeign(http, parts);
  const { allowed, retryAfterSeconds } = await parts.limiter.take(
    `follow:${parts.addresses.clientAddress(http)}`,
    MOST_ASKED,
    ASKED_WINDOW_SECONDS,
  );
  if (!allowed) {
    http.resume();
    throw tooOften("Too many links were asked for.", retryAfterSeconds);
  }
  const typed = await postedValue(call, "email");
  const request = await findPublic(call.path[0] ?? "", parts);
  if (!request || request.status === "closed") return sendNotFound(call);
  const email = Email.safeParse(typed);
  if (!email.success) return sendOne(call, request, parts, { kind: "wrong", email: typed.slice(0, 254) });
  await sendLink(call, request, email.data.toLowerCase(), parts);
  const { language } = readerFor(call, parts);
  goTo(call.response, `${addressOf(request)}?co=wyslane&lang=${language}#zrobione`);
}

async function postedValue({ request }: Call, name: string): Promise<string> {
  const { values } = await readForm(request, formLimits);
  const value = values.find(([own]) => own === name)?.[1];
  if (value === undefined) throw new Refusal(400, "BrokenForm", "The form is not complete. Send it again.");
  return value.trim();
}

async function sendLink(call: Call, request: PublicRequest, email: string, parts: PublicParts): Promise<void> {
  const { secret, mails } = parts;
  const now = parts.now();
  const who = createHmac("sha256", secret).update(`follow-mail:${email}`).digest("base64url");
  const { allowed } = await parts.limiter.take(`follow-mail:${who}`, MOST_MAILS, MAILS_WINDOW_SECONDS);
  if (!allowed) return;
  const reader = readerFor(call, parts);
  const { follow } = reader.words;
  const { id } = request;
  const token = followToken({ id, email, language: reader.language }, secret, now);
  const url = `${parts.publicUrl().replace(/\/$/, "")}/mapa/obserwuj/${token}`;
  const sameAs = `follow:${id}:${who}:${Math.floor(now.getTime() / SAME_MAIL_MS)}`;
  const text = follow.mail(`${id} (${titleOf(request, reader)})`, url);
  await mails.add({ sameAs, to: email, subject: follow.subject(id), text }, now);
}

/** `GET /mapa/obserwuj/<token>`: asks once more, because mail scanners open every link. */
export async function showConfirm(call: Call, parts: PublicParts): Promise<void> {
  const asked = await openWish(call, parts);
  if (!asked) return sendNotFound(call);
  const { request, wish } = asked;
  const reader = publicReader(wish.language, parts);
  const { confirmTitle, confirmBody, confirm } = reader.words.follow;
  const body = html`<h1>${confirmTitle}</h1><p class="lead">${titleOf(request, reader)} <span class="number">${request.id}</span></p>
<p>${confirmBody}</p><form method="post" action="${call.request.path()}"><button>${confirm}</button></form>`;
  sendPage(call.response, 200, { language: wish.language, title: confirmTitle, body });
}

/** `POST` to the same address: from now on they hear of it. */
export async function takeConfirm(call: Call, parts: PublicParts): Promise<void> {
  refuseForeign(call.request, parts);
  await readForm(call.request, formLimits);
  const asked = await openWish(call, parts);
  if (!asked) return sendNotFound(call);
  const { email, language } = asked.wish;
  const { key } = await parts.requests.follow(asked.request.id, { by: { email }, language }, parts.now());
  goTo(call.response, `/sprawa/obserwuje/${encodeURIComponent(key)}`);
}

async function openWish({ path }: Call, parts: PublicParts) {
  const wish = readFollowToken(path[1] ?? "", parts.secret, parts.now());
  const request = wish && (await findPublic(wish.id, parts));
  return request && { request, wish };
}
