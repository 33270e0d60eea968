import type { MentionView, QueueItem, QueueView } from "../../../src/staff/wire";
import { howMany, whatIsNew } from "../../../src/web/console/shell/whatIsNew";

const me = { id: "anna", available: true, hidden: false };
const quiet: QueueView = {
  alerts: [],
  waiting: [],
  mine: [],
  held: [],
  snoozed: [],
  present: 1,
  free: 4,
  openTasks: 0,
  mentions: [],
};
const item = (given: Partial<QueueItem> = {}): QueueItem => ({
  id: "k1",
  channel: "directline",
  language: "pl",
  speaker: "waiting",
  since: "2026-11-21T10:00:00Z",
  tags: [],
  awaitsReply: false,
  lastSeq: 4,
  ...given,
});
const offeredTo = (id: string, until = "2026-11-21T10:01:00Z") =>
  item({ offered: { to: { id, name: id, present: true }, until } });
const said = (seq: number) =>
  item({ awaitsReply: true, lastLine: { seq, author: "resident", text: "halo", at: "2026-11-21T10:00:00Z" } });
const alert = {
  id: "a1",
  conversationId: "k1",
  reason: "danger",
  text: "pomocy",
  language: "pl",
  since: "2026-11-21T10:00:00Z",
} as const;
const mention: MentionView = {
  noteId: "n1",
  conversationId: "k1",
  by: "Piotr",
  text: "@Anna",
  at: "2026-11-21T10:00:00Z",
};
const news = (now: Partial<QueueView>, before: Partial<QueueView> = {}, who: Partial<typeof me> = {}) =>
  whatIsNew({ ...quiet, ...before }, { ...quiet, ...now }, { ...me, ...who });

describe("what a consultant hears about", () => {
  test("an alert comes before everything else", () => {
    expect(news({ alerts: [alert], waiting: [offeredTo("anna")] })).toBe("urgent");
  });

  test("an offer to me, also a second one of the same conversation, but not one to a colleague", () => {
    expect(news({ waiting: [offeredTo("anna")] })).toBe("offered");
    const before = { waiting: [offeredTo("anna")] };
    expect(news({ waiting: [offeredTo("anna", "2026-11-21T10:05:00Z")] }, before)).toBe("offered");
    expect(news({ waiting: [offeredTo("piotr")] }, { waiting: [item()] })).toBeUndefined();
  });

  test("somebody new in the queue, unless I take no conversations", () => {
    expect(news({ waiting: [item()] })).toBe("waiting");
    expect(news({ waiting: [item()] }, {}, { available: false })).toBeUndefined();
    expect(news({ waiting: [item()] }, { waiting: [item()] })).toBeUndefined();
  });

  test("a note that mentions me", () => {
    expect(news({ mentions: [mention] })).toBe("mentioned");
  });

  test("my resident's next line, while I look elsewhere", () => {
    expect(news({ mine: [said(5)] }, { mine: [said(4)] }, { hidden: true })).toBe("answered");
    expect(news({ mine: [said(5)] }, { mine: [said(4)] })).toBeUndefined();
    expect(news({ mine: [said(5)] }, { mine: [said(5)] }, { hidden: true })).toBeUndefined();
  });

  test("the number in the title counts what wants me", () => {
    const queue = { ...quiet, alerts: [alert], waiting: [item()], mine: [said(4), item()], mentions: [mention] };
    expect(howMany(queue, me)).toBe(4);
    expect(howMany(queue, { ...me, available: false })).toBe(3);
  });
});
