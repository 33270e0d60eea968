import { wordsFor } from "../../../../src/channels/telegram/commands";
import { failureOf, openFlood } from "../../../../src/channels/telegram/failures";
import { partsOf } from "../../../../src/channels/telegram/partsOf";
import type { Choice } from "../../../../src/conversation/reply";
import type { Entry } from "../../../../src/conversation/transcript";

const entry = (text: string, choices: Choice[] = []): Entry => {
  return { conversationId: "c", seq: 4, id: "e", at: new Date(0), author: "bot", text, choices };
};
const keyboardOf = (text: string, choices?: Choice[]) =>
  partsOf({ entry: entry(text, choices), language: "pl" }).map(({ body }) => body.reply_markup);
const place: Choice = { title: "Wskaż na mapie", wish: { kind: "share_place" } };
const skip: Choice = { title: "Nie wiem, gdzie to dokładnie było, bo jechałam autobusem", wish: { kind: "back" } };

test("buttons stand under the message, one in a row, and say what they are in few bytes", () => {
  expect(keyboardOf("Co dalej?", [skip, { title: "Tak", wish: { kind: "send" } }])).toEqual([
    {
      inline_keyboard: [
        [{ text: "Nie wiem, gdzie to dokładnie było, bo j…", callback_data: "c:4:0" }],
        [{ text: "Tak", callback_data: "c:4:1" }],
      ],
    },
  ]);
});

test("more than twelve become numbers in the text", () => {
  const many = Array.from({ length: 13 }, (_, at): Choice => ({ title: `Ulica ${at + 1}`, wish: { kind: "back" } }));
  const numbered = many.map((choice, at): Choice => (at === 0 ? { ...choice, wish: { kind: "send" } } : choice));
  const [part] = partsOf({ entry: entry("Która?", numbered), language: "pl" });
  expect(part?.body.text).toContain("13. Ulica 13");
  expect(part?.body.reply_markup).toEqual({ remove_keyboard: true });
});

test("where a place is wanted the device is asked for it, beside the other buttons in their whole length", () => {
  expect(keyboardOf("Gdzie?", [place, skip])).toEqual([
    {
      keyboard: [[{ text: "📍 Wyślij, gdzie jestem", request_location: true }], [{ text: skip.title }]],
      one_time_keyboard: true,
      resize_keyboard: true,
    },
  ]);
});

test("only the last of several messages has buttons; a keyboard that is left goes with the others", () => {
  const [first, ...more] = keyboardOf("To jest zdanie. ".repeat(400), [{ title: "Tak", wish: { kind: "send" } }]);
  expect(first).toEqual({ remove_keyboard: true });
  expect(more).toEqual([{ inline_keyboard: [[{ text: "Tak", callback_data: "c:4:0" }]] }]);
});

test("a command says what editors wrote on the button that means the same", () => {
  const choices: Choice[] = [{ title: "Usterka w mieście", wish: { kind: "start", dialog: "report-problem" } }];
  expect(wordsFor("/zglos", "pl", { greeting: () => ({ text: "", choices }) })).toBe("Usterka w mieście");
});

test.each([
  [403, "Forbidden: bot was blocked by the user", "blocked", undefined],
  [403, "Forbidden: user is deactivated", "blocked", undefined],
  [400, "Bad Request: chat not found", "blocked", undefined],
  [400, "Bad Request: message is too long", "give_up", undefined],
  [413, "Request Entity Too Large", "give_up", undefined],
  [401, "Unauthorized", "slow_down", 60],
  [404, "Not Found", "slow_down", 60],
  [429, "Too Many Requests: retry after 5", "retry", 5],
  [502, "Bad Gateway", "retry", undefined],
])("%d %s is %s", (code, description, kind, seconds) => {
  const failure = failureOf({ code, description, ...(code === 429 && { retryAfterSeconds: 5 }) });
  expect(failure).toMatchObject({ kind, retryAfterSeconds: seconds });
});

test("words of a resident that Telegram quotes are not in the reason", () => {
  const description = `Bad Request: can't parse entities: Unsupported start tag "nowak" at byte offset 3`;
  expect(failureOf({ code: 400, description }).message).not.toContain("nowak");
});

test("one chat that is too fast waits alone; two at the same time are the whole bot", () => {
  let now = 0;
  const isFlood = openFlood(() => now);
  expect(isFlood("anna", 10)).toBe(false);
  expect(isFlood("anna", 10)).toBe(false);
  expect(isFlood("jan", 10)).toBe(true);
  now = 10_001;
  expect(isFlood("jan", 10)).toBe(false);
});
