import { randomUUID } from "node:crypto";
import type { Delivery } from "../../../src/channels/channel";
import { findings } from "../../../src/channels/email/findings";
import { htmlOf } from "../../../src/channels/email/html";
import { letterOf, wordsOf } from "../../../src/channels/email/letterOf";
import { isOneTooMany } from "../../../src/channels/email/oneAnHour";
import { answerSubject, firstWords } from "../../../src/channels/email/subject";
import type { Entry } from "../../../src/conversation/transcript";
import { readReplyToken, replyAddressOf, replyToken } from "../../../src/serviceRequests/links";

const SECRET = "0123456789abcdef0123456789abcdef";

test("a conversation's token is short enough for any reply address, and a changed one is worth nothing", () => {
  const conversationId = randomUUID();
  const token = replyToken({ kind: "conversation", conversationId }, SECRET);
  expect(readReplyToken(token.toUpperCase(), SECRET)).toEqual({ kind: "conversation", conversationId });
  expect(
    replyAddressOf(`${"a".repeat(20)}@krakow.example`, { kind: "conversation", conversationId }, SECRET).indexOf("@"),
  ).toBe(64);
  expect(readReplyToken(`u${token.slice(1)}`, SECRET)).toBeUndefined();
  expect(readReplyToken(token, "another secret")).toBeUndefined();
});

test.each([
  ["Re: Odp: RE[2]: Dziura na Długiej", "Re: Dziura na Długiej"],
  ["Fwd: PD: Відп: відпустка", "Re: відпустка"],
  ["Reklamacja: kosze", "Re: Reklamacja: kosze"],
  ["  \r\n ", "Re: Twoja wiadomość"],
])("the answer to %j is %j", (subject, answer) => {
  expect(answerSubject(subject, "Twoja wiadomość")).toBe(answer);
});

const LONG =
  "Codziennie tamtędy jeżdżę do pracy i już dwa razy uszkodziłam koło, więc proszę o szybką naprawę tej jezdni.";

test.each([
  ["Dziura na Długiej 12", "", "Dziura na Długiej 12"],
  ["Dziura na Długiej 12", "Proszę o naprawę.", "Dziura na Długiej 12\nProszę o naprawę."],
  ["Dziura na Długiej 12", LONG, LONG],
  ["Dziura na Długiej 12", `Jak w temacie. ${LONG}`, `Dziura na Długiej 12\nJak w temacie. ${LONG}`],
  ["Pytanie", "Ile kosztuje dowód?", "Ile kosztuje dowód?"],
  ["(bez tematu)", "Ile kosztuje dowód?", "Ile kosztuje dowód?"],
  ["dowód", "Ile kosztuje DOWÓD?", "Ile kosztuje DOWÓD?"],
])("what is asked under %j with %j", (subject, text, words) => {
  expect(firstWords(subject, text)).toBe(words);
});

test.each([
  ["# Opłata\nJest **darmowy**.", "<h3>Opłata</h3>\n<p>Jest <b>darmowy</b>.</p>"],
  [
    "Weź:\n- dowód\n- zdjęcie\n\n1. Wejdź\n2. Wyjdź",
    "<p>Weź:</p>\n<ul><li>dowód</li><li>zdjęcie</li></ul>\n<ol><li>Wejdź</li><li>Wyjdź</li></ol>",
  ],
  ['<img src=x onerror="a()">', "<p>&#60;img src=x onerror=&#34;a()&#34;&#62;</p>"],
  ['[a](https://a.example/"onclick=b)', '<p><a href="https://a.example/&#34;onclick=b">a</a></p>'],
  ["[a](javascript:b)", "<p>[a](javascript:b)</p>"],
  [
    "Zob. https://a.example/x?a=1&b=2.",
    '<p>Zob. <a href="https://a.example/x?a=1&#38;b=2">https://a.example/x?a=1&#38;b=2</a>.</p>',
  ],
  ["\uE0000\uE000 **[<b>](https://a.example/)**", '<p>0 <b><a href="https://a.example/">&#60;b&#62;</a></b></p>'],
])("%j in a letter", (markdown, html) => {
  expect(htmlOf(markdown)).toBe(html);
});

const began = new Date("2026-11-20T10:00:00.000Z");
/** A conversation by author and minute. */
const talk = (...said: [Entry["author"], number][]): Entry[] =>
  said.map(([author, minute], at) => ({
    conversationId: "c",
    seq: at + 1,
    id: `${at}`,
    at: new Date(began.getTime() + minute * 60_000),
    author,
    text: "…",
  }));
const refusedOf = (entries: Entry[]) =>
  entries.filter((entry, at) => isOneTooMany(entries.slice(0, at + 1), entry)).map(({ seq }) => seq);

test("one automatic answer an hour: counted from the last that was sent, news and people's words aside", () => {
  const every40 = [0, 40, 80, 120].flatMap((minute): [Entry["author"], number][] => [
    ["resident", minute],
    ["bot", minute],
  ]);
  expect(refusedOf(talk(...every40))).toEqual([4, 8]);
  expect(refusedOf(talk(["resident", 0], ["bot", 0], ["resident", 60], ["bot", 60]))).toEqual([]);
  // Two replies of one turn are one answer.
  expect(refusedOf(talk(["resident", 0], ["bot", 0], ["bot", 0]))).toEqual([]);
  // What becomes of a report is told when it happens.
  expect(refusedOf(talk(["resident", 0], ["bot", 0], ["consultant", 5], ["bot", 6], ["bot", 30]))).toEqual([]);
  expect(refusedOf(talk(["resident", 0], ["bot", 0], ["resident", 5], ["bot", 50]))).toEqual([]);
});

const can = {
  textLength: 100_000,
  marks: "none",
  typing: false,
  receipts: "sent",
  pace: { perSecond: 1 },
  sentOnce: false,
} as const;
const delivery = (entry: Partial<Entry>, language: Delivery["language"] = "pl"): Delivery => {
  const [whole] = talk(["bot", 0]);
  if (!whole) throw new Error("no entry");
  return { id: "d", address: {}, entry: { ...whole, ...entry }, attempt: 1, language, sentParts: 0 };
};

test("a mailbox is not filled with who came and went, but with a report's number", () => {
  const system = (occasion: NonNullable<Entry["occasion"]>) =>
    letterOf(delivery({ author: "system", occasion, text: "KR-2026-000123-7" }), can);
  expect(system("consultant_joined")).toEqual([]);
  expect(system("closed")).toEqual([]);
  expect(system("request_filed")).toEqual([{ text: "KR-2026-000123-7", files: [] }]);
});

test("buttons are left out, but for what only the resident can decide, which is answered by number", () => {
  const person = { title: "Człowiek", wish: { kind: "human" } } as const;
  const stars = { title: "Dobrze", wish: { kind: "rate", score: 5 } } as const;
  expect(letterOf(delivery({ text: "Bezpłatnie.", choices: [person] }), can)).toEqual([
    { text: "Bezpłatnie.", files: [] },
  ]);
  const [asked] = letterOf(delivery({ text: "Jak poszło?", choices: [stars] }), can);
  expect(asked?.text).toBe("Jak poszło?\n\n1. Dobrze\n\nOdpisz numerem, na przykład 1.");
});

test("files of a consultant go along; one too large is told of", () => {
  const file = { id: "f", name: "mapa.pdf", contentType: "application/pdf", sizeBytes: 2_000_000 };
  const entry = { author: "consultant" as const, authorName: "Ewa", text: "Proszę.", attachments: [file] };
  expect(letterOf(delivery(entry), { ...can, files: { mostMegabytes: 5 } })).toEqual([
    { text: "**Ewa:** Proszę.", files: [file] },
  ]);
  const [told] = letterOf(delivery(entry), { ...can, files: { mostMegabytes: 1 } });
  expect(told).toMatchObject({ files: [], text: expect.stringContaining("mapa.pdf") });
});

test.each([
  ["pl", "automatyczny asystent", "Nie podawaj numeru PESEL", "chcę rozmawiać z człowiekiem"],
  ["en", "automated assistant", "Please do not give your PESEL", "I want to talk to a person"],
  ["uk", "автоматичний помічник", "Не пишіть номер PESEL", "хочу поговорити з людиною"],
] as const)(
  "in %s the first letter says who writes and what happens with the data, each once",
  (language, automatic, data, person) => {
    const letter = { text: "Bezpłatnie.", files: [] };
    const said = (before: Entry[], author: Entry["author"] = "bot") =>
      wordsOf(letter, delivery({ author }, language), before).text;
    const first = said(talk(["resident", 0]));
    for (const words of [automatic, data, person]) expect(first).toContain(words);
    const second = said(talk(["resident", 0], ["bot", 0], ["resident", 70]));
    expect([second.includes(automatic), second.includes(data), second.includes(person)]).toEqual([false, false, true]);
    const byPerson = said(talk(["resident", 0]), "consultant");
    expect([byPerson.includes(automatic), byPerson.includes(data), byPerson.includes(person)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(said(talk(["resident", 0], ["consultant", 5], ["resident", 9]))).toContain(automatic);
  },
);

test("an operator reads which server does not let us in, and that two domains need two permits", async () => {
  const doors = { verifySmtp: async () => {}, verifyImap: () => Promise.reject(new Error("cannot be read (EAUTH)")) };
  expect(await findings({ from: "a@x.example", replyAddress: "b@y.example", doors })).toEqual([
    { level: "ok", text: expect.stringContaining("SMTP_URL") },
    { level: "wrong", text: expect.stringContaining("IMAP_URL): cannot be read (EAUTH)") },
    { level: "warning", text: expect.stringContaining("SPF") },
    { level: "warning", text: expect.stringContaining("b+…@y.example") },
  ]);
});
