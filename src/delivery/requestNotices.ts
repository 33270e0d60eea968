import type { Log } from "../conversation/log";
import type { Notice, Notices, ServiceRequestStore } from "../serviceRequests/doors";
import { type RequestLinks, replyAddressOf } from "../serviceRequests/links";
import type { Names } from "../serviceRequests/sentences";
import type { NewMails } from "./doors";
import { noticeText } from "./noticeText";
import { openWorker } from "./worker";

export type NoticeParts = {
  notices: Notices;
  requests: Pick<ServiceRequestStore, "find" | "events">;
  mails: NewMails;
  names(): Names;
  links: RequestLinks;
  /** Where answers to mails are read, if anywhere, and what signs their addresses. */
  replyAddress?: string | undefined;
  secret: string;
  /** False in a set-up that is not the real one: nobody is mailed. What is said in a conversation stays in the house. */
  real: boolean;
  log: Log;
  now(): Date;
  everyMs?: number;
};

const EVERY_MS = 2_000;
const AT_ONCE = 20;
const LEASE_SECONDS = 60;
const MOST_ATTEMPTS = 20;
const retrySeconds = (attempt: number) => Math.min(3600, 10 * attempt ** 2);

/** Tells residents what becomes of the service requests they follow: where they talked to us, and by mail where they left an address. */
export function openRequestNotices(parts: NoticeParts): { wake(): void; close(): Promise<void> } {
  const { everyMs = EVERY_MS, log } = parts;
  return openWorker({ round: () => tellFollowers(parts), everyMs, log, failed: "notice_round_failed" });
}

/** One round; answers whether there was anything to tell. */
export async function tellFollowers(parts: NoticeParts): Promise<boolean> {
  await parts.notices.askFixed(parts.now());
  const due = await parts.notices.take(parts.now(), AT_ONCE, LEASE_SECONDS);
  await Promise.all(due.map((notice) => tell(notice, parts)));
  return due.length > 0;
}

async function tell(notice: Notice, parts: NoticeParts): Promise<void> {
  try {
    await tellOne(notice, parts);
  } catch (error) {
    const { id, attempt } = notice;
    const reason = error instanceof Error ? error.message : String(error);
    parts.log.warn("notice_failed", { notice: id, attempt, reason });
    const retryAt = new Date(parts.now().getTime() + retrySeconds(attempt) * 1000);
    await (attempt >= MOST_ATTEMPTS ? parts.notices.failed(id, reason) : parts.notices.failed(id, reason, retryAt));
  }
}

async function tellOne(notice: Notice, parts: NoticeParts): Promise<void> {
  const { notices, requests, names, links, now, real, replyAddress } = parts;
  const request = await requests.find(notice.serviceRequestId);
  const event = (await requests.events(notice.serviceRequestId)).find(({ number }) => number === notice.event);
  if (!request || !event) return notices.failed(notice.id, "not_needed");
  // Reopened meanwhile, or told by the reporter that it is fixed.
  if (notice.kind === "fixed" && (request.state !== "done" || event.number !== request.version))
    return notices.failed(notice.id, "not_needed");
  const told = noticeText(
    { notice, request, event },
    { names: names(), links, answersByMail: replyAddress !== undefined, now: now() },
  );
  const { conversationId, email } = notice.follower;
  const mail = email !== undefined && real ? mailTo(email, notice, told.mail, parts) : undefined;
  if (email !== undefined && !real) parts.log.info("notice_withheld", { notice: notice.id, why: "not_real" });
  if (conversationId === undefined)
    return mail ? notices.mail(notice.id, mail, now()) : notices.failed(notice.id, email ? "not_real" : "no_address");
  // The mail first: it is queued once however often this is tried, and with the words said the notice is over.
  if (mail) await parts.mails.add({ sameAs: `notice:${notice.id}`, ...mail }, now());
  const { text, choices } = told;
  await notices.say(notice.id, { conversationId, text, ...(choices.length > 0 && { choices }) }, now());
}

type Letter = { subject: string; text: string };

function mailTo(
  to: string,
  { serviceRequestId, follower }: Notice,
  letter: Letter,
  { replyAddress, secret }: NoticeParts,
) {
  // Only the reporter may act on it, so only they get an address that is read.
  const mayAnswer = replyAddress !== undefined && follower.kind === "reporter";
  const from = { kind: "reporter", serviceRequestId } as const;
  return { to, ...letter, ...(mayAnswer && { replyTo: replyAddressOf(replyAddress, from, secret) }) };
}
