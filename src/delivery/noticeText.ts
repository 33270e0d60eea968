import type { Choice } from "../conversation/reply";
import type { Notice, RequestEvent, ServiceRequest } from "../serviceRequests/doors";
import type { RequestLinks } from "../serviceRequests/links";
import { newsAnswers, newsChoices } from "../serviceRequests/newsChoices";
import { type Names, sentenceFor } from "../serviceRequests/sentences";
import { actsUnder } from "./noticeChoices";
import { noticeWords } from "./texts/notices";

/** What a notice is about: the request as it is now, and the event as it was. */
export type News = { notice: Notice; request: ServiceRequest; event: RequestEvent };

export type Told = {
  /** For the conversation, in light Markdown, with what can be pressed. */
  text: string;
  choices: Choice[];
  mail: { subject: string; text: string };
};

type Parts = { names: Names; links: RequestLinks; answersByMail: boolean; now: Date };
type Link = { words: string; url: string };

/** What one follower reads, in their language: for the reporter with the unit's own words, for others what is public. */
export function noticeText(news: News, { names, links, answersByMail, now }: Parts): Told {
  const { language } = news.notice.follower;
  const words = noticeWords[language];
  const title = titleOf(news, names);
  const body = [words.about(news.request.id, title), ...said(news, names)];
  const link = linkOf(news, links);
  const mailed = [words.hello, ...body, ...link.map(({ words: label, url }) => `${label}: ${url}`)];
  const acts = actsUnder(news, names, now);
  const typed = newsAnswers(acts, language).map(({ title }) => title);
  const inWords = typed.length > 0 ? [words.typed(typed)] : [];
  return {
    // A unit's brackets must not become a link of ours.
    text: [...body.map((part) => part.replaceAll("](", "] (")), ...inWords, ...link.map(asMarkdown)].join("\n\n"),
    choices: newsChoices(news.request.id, acts, language),
    mail: {
      subject: subjectOf(news, title),
      text: [...mailed, [...footOf(news, { links, answersByMail }), words.office].join("\n")].join("\n\n"),
    },
  };
}

const asMarkdown = ({ words, url }: Link) => `[${words}](${url})`;

/** Where it is in the reporter's words is for the reporter; others read what everybody may. */
function titleOf({ notice, request }: News, names: Names): string {
  const { service, address, place } = request;
  const label = names.services.get(service)?.label[notice.follower.language] ?? service;
  const where = notice.follower.kind === "reporter" ? (address ?? place) : request.public && address;
  return where ? `${label}, ${where}` : label;
}

function subjectOf({ notice, request, event }: News, title: string): string {
  const words = noticeWords[notice.follower.language];
  const isAsked = event.kind === "ask" && notice.follower.kind === "reporter";
  const subject = notice.kind === "fixed" ? words.subjectFixed : isAsked ? words.subjectQuestion : words.subject;
  return subject(request.id, title).slice(0, 200);
}

function said({ notice, request, event }: News, names: Names): string[] {
  const { language, kind } = notice.follower;
  const words = noticeWords[language];
  if (notice.kind === "fixed") return [words.fixedAsk, words.fixedWhy];
  const { state, unit, outside, into } = event;
  const change = { state, unit, after: event.kind, ...(outside && { outside }), ...(into && { into }) };
  const sentence = sentenceFor({ service: request.service, ...change }, language, names);
  if (kind !== "reporter") return [sentence];
  const [by = ""] = event.actor.split(":");
  const whose = by === "unit" ? words.unitSays : by === "consultant" ? words.consultantSays : undefined;
  if (whose === undefined) return [sentence];
  const quoted = event.words === "" ? [] : [`${whose}\n„${event.words}”`];
  return [sentence, ...quoted, ...(event.attachments.length > 0 ? [words.photos] : [])];
}

/** What can be done with it as it is now: what was answered meanwhile is not asked for again. */
function linkOf({ notice, request, event }: News, links: RequestLinks): Link[] {
  const { kind, language } = notice.follower;
  const words = noticeWords[language];
  if (kind !== "reporter") return request.public ? [{ words: words.public, url: links.public(request.id) }] : [];
  const url = links.page(request.pageKey);
  if (notice.kind === "fixed") return [{ words: words.confirmOrReopen, url }];
  if (event.kind === "ask" && request.state === "waiting_for_resident") return [{ words: words.answer, url }];
  const ended = ["done", "not_feasible", "forwarded_outside"].includes(request.state);
  return [{ words: ended ? words.reopen : words.page, url }];
}

/** Why they are written to, whether they may write back, and how it ends. */
function footOf({ notice, request }: News, { links, answersByMail }: Pick<Parts, "links" | "answersByMail">): string[] {
  const { kind, key, language } = notice.follower;
  const words = noticeWords[language];
  if (kind !== "reporter") return [words.notByMail, words.whyFollower(links.unfollow(key))];
  const mayAnswer = answersByMail && request.status === "open";
  return [mayAnswer ? words.byMail : words.notByMail, words.whyReporter(links.unfollow(key))];
}
