import { z } from "zod";
import type { Language } from "../../conversation/language";

/** A text that may hold these values in braces, and no others. */
function text(...values: string[]) {
  const known = values.map((value) => `{${value}}`);
  return z
    .string()
    .min(1)
    .superRefine((said, { addIssue }) => {
      const [unknown] = (said.match(/\{[^{}]*\}?|\}/g) ?? []).filter((value) => !known.includes(value));
      if (unknown === undefined) return;
      const may =
        known.length > 0 ? `tu można wstawić tylko ${known.join(", ")}` : "tu nie wstawia się żadnych wartości";
      addIssue({ code: "custom", message: `nieznana wartość ${unknown}; ${may}` });
    });
}

/** The words on the way to doing something about one's own service request. */
const Act = z.strictObject({
  button: text(),
  words: text("id"),
  ask: text("id"),
  yes: text(),
  done: text("id"),
});

/** Everything the bot itself says in one language; articles, dialogs and small talk bring their own words. */
export const Phrases = z.strictObject({
  greeting: text(),
  starters: z.strictObject({
    report: text(),
    status: text(),
    human: text(),
  }),
  emptyMessage: text(),
  offer: text(),
  noneOfThese: text(),
  human: text(),
  askToRephrase: text(),
  section: z.strictObject({
    who: text(),
    need: text(),
    steps: text(),
    where: text(),
    fee: text(),
    time: text(),
    online: text(),
    caution: text(),
  }),
  hours: z.strictObject({
    today: text(),
    tomorrow: text(),
    purpose: text("purpose"),
    openNow: text("until"),
    closedNow: text(),
    openOn: text("day", "hours", "why"),
    closedOn: text("day", "why"),
    allClosed: text("day", "why"),
    next: text("day", "time"),
    unknownNext: text(),
    usual: text("hours"),
    cashDesk: text("hours"),
    unknown: text("phone"),
    allUnknown: text("phone"),
    dayOff: text("day", "name"),
    doubts: z.strictObject({
      medium: text("phone"),
      low: text("phone"),
    }),
    which: text(),
  }),
  source: text("link", "sourceDate", "checkedOn"),
  sourceUndated: text("link", "checkedOn"),
  noSource: text("checkedOn"),
  onlyInPolish: z.string(),
  states: z.strictObject({
    received: text(),
    forwarded: text(),
    in_progress: text(),
    waiting_for_resident: text(),
    done: text(),
    not_feasible: text(),
    forwarded_outside: text(),
    duplicate: text(),
    withdrawn: text(),
  }),
  status: text("id", "service", "since", "state", "notes", "unit", "requestedAt", "expected"),
  statusPrivate: text("id", "since", "state"),
  statusPage: text("page"),
  expectedOneDay: text(),
  expectedAbout: text("to"),
  expectedRange: text("from", "to"),
  expectedUnknown: text(),
  giveIdea: text(),
  kindsOfMatters: text(),
  outsideWhose: text("whose"),
  insideAfterAll: text(),
  no: text(),
  acts: z.strictObject({ answer: Act, withdraw: Act, reopen: Act, confirm: Act, add: Act }),
  photoOfWhat: text(),
  newReport: text(),
  metresAway: text("metres"),
  followedBy: text("people"),
  statusUnknown: text("id"),
  handoffWaiting: text("queue_position", "wait"),
  handoffBusy: text("queue_position", "wait"),
  waitRange: text("from", "to"),
  waitUnknown: text(),
  today: text("time"),
  tomorrow: text("time"),
  handoffClosed: text("opensAt"),
  handoffClosedForLong: text(),
  handoffNobody: text(),
  handoffNotUnderstood: text(),
  handoffStuck: text(),
  handoffTopicOff: text(),
  handoffBeingChecked: text(),
  handoffNotYet: text("date"),
  overdue: text("date"),
  expired: text("date"),
  botFailed: text("queue_position", "wait"),
  leaveContact: text(),
  keepWaiting: text("queue_position", "wait"),
  stopWaiting: text(),
  stoppedWaiting: text(),
  resume: text("title"),
  resumeYes: text("title"),
  resumeNo: text(),
  cancelled: text(),
  reportThis: text(),
  statusMistyped: text("id"),
  howCanIHelp: text(),
  askForMatter: text(),
  questionNotUnderstood: text(),
  twoMatters: text(),
  consultantAlerted: text(),
  alsoWaits: text("title"),
  noSuchPart: text("part"),
  cautionInPolish: z.string(),
  thanksForRating: text(),
  noWord: text(),
  thanksForWord: text(),
  ratingEnds: text(),
  blocked: text("until"),
  cannotRead: text(),
  cannotListen: text(),
  news: z.strictObject({
    ended: text("ids"),
    none: text(),
    again: text("ids"),
    nothing: text(),
  }),
  code: z.strictObject({
    given: text("continuation_code"),
    links: text(),
    unknown: text(),
    expired: text(),
    used_up: text(),
    same_conversation: text(),
    too_many: text(),
  }),
  continued: z.strictObject({
    here: text(),
    requests: text("ids"),
    waiting: text("queue_position"),
    held: text(),
    nothing: text(),
    on: text("channel"),
    elsewhere: text(),
  }),
  mail: z.strictObject({
    receipt: text(),
    closed: text("opensAt"),
    closedForLong: text(),
  }),
});
export type Phrases = z.infer<typeof Phrases>;

export type BotPhrases = Readonly<Record<Language, Phrases>>;
