import type { Decided, Decision } from "../conversation/decision";
import type { Language } from "../conversation/language";
import type { Acted } from "./acted";
import { actedOn } from "./actedOn";
import { fill } from "./fill";
import type { Heard, Turn } from "./heard";
import type { Content } from "./parts";
import { sayOpening } from "./sayOpening";

/** The channel whose answers come minutes or days later: nobody is asked back by mail. */
const EMAIL = "email";

export const isMail = ({ conversation }: Pick<Turn, "conversation">): boolean => conversation.channel === EMAIL;

/** Two machines must not write to each other without end. */
const ANSWERED_AGAIN_AFTER_MS = 60 * 60 * 1000;

/** What is sure enough to be sent; all else a person answers. */
const sure = new Set<Decision["kind"]>([
  "stay_silent",
  "hand_off",
  "answer",
  "tell_status",
  "tell_hours",
  "act_on_request",
  "tell_blocked",
  "thank_for_rating",
  "thank_for_word",
  "end_rating",
  ...(["unsubscribe", "subscribe_again", "give_code", "continue_here"] as const),
]);
/** What only tells, and may be told by a person a little later. */
const telling = new Set<Decision["kind"]>(["answer", "tell_status", "tell_hours", "small_talk", "give_code"]);
const calls = new Set(["danger", "crisis"]);
/** Done for whoever waits, too. */
const always = new Set<Decision["kind"]>(["unsubscribe", "subscribe_again", "continue_here", "tell_blocked"]);

/** By mail only what is sure is answered, once an hour at most; everything else goes to people, whatever the hour. */
export function byMail(decided: Decided, heard: Heard): Decided {
  if (!isMail(heard)) return decided;
  const { decision } = decided;
  const isCall = decision.kind === "small_talk" && calls.has(decision.id);
  const isSure = isCall || sure.has(decision.kind);
  if (heard.conversation.speaker === "waiting" && !always.has(decision.kind) && !isCall)
    return { ...decided, decision: { kind: "stay_silent" } };
  if (isSure && !(answeredLately(heard) && telling.has(decision.kind))) return decided;
  const about = actedOn(decision).find(({ kind, id }) => kind !== "talk" || calls.has(id));
  return { ...decided, decision: { kind: "hand_off", reason: "not_understood", ...(about && { about }) } };
}

/** One letter without buttons, or none within the hour. */
export function asMail(acted: Acted, turn: Turn): Acted {
  if (!isMail(turn) || acted.replies.length === 0) return acted;
  const { mailAnsweredAt } = turn.conversation.memory;
  if (mailAnsweredAt !== undefined && answeredLately(turn))
    return { ...acted, memory: { ...acted.memory, mailAnsweredAt }, replies: [] };
  const text = acted.replies.map((reply) => reply.text).join("\n\n");
  const memory = { ...acted.memory, mailAnsweredAt: turn.facts.now.toISOString() };
  return { ...acted, memory, replies: [{ text }] };
}

function answeredLately({ conversation: { memory }, facts }: Turn): boolean {
  const { mailAnsweredAt } = memory;
  return mailAnsweredAt !== undefined && facts.now.getTime() - Date.parse(mailAnsweredAt) < ANSWERED_AGAIN_AFTER_MS;
}

/** That the letter arrived and a person will answer, and when the desk opens while it is closed. */
export function sayReceipt({ facts: { desk, now } }: Turn, language: Language, { botPhrases }: Content): string {
  const phrases = botPhrases[language];
  const { receipt, closed, closedForLong } = phrases.mail;
  if (desk.open) return receipt;
  if (!desk.opensAt) return closedForLong;
  return fill(closed, { opensAt: sayOpening(desk.opensAt, now, language, phrases) });
}
