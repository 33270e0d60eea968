import { formatNumber } from "../../src/serviceRequests/number";
import { resident } from "./chat";
import { ID } from "./filed";

const THEIRS = formatNumber(2026, 7);
const following = (on: boolean) => [
  { id: ID, own: true, on },
  { id: THEIRS, own: false, on },
];

test("STOP ends all news of the conversation, says of what, and how to come back", () => {
  const anna = resident();
  anna.follows(following(true));
  expect(anna.says("STOP")).toBe(
    `Dobrze, nie będziemy już wysyłać powiadomień o: ${ID}, ${THEIRS}. Zgłoszenia zostają i są załatwiane dalej. Żeby powiadomienia wróciły, napisz START.`,
  );
  expect(anna.effects()).toEqual([{ kind: "unfollow_all" }]);
  anna.follows(following(false));
  expect(anna.says("stop")).toContain("Nie wysyłamy Ci tutaj żadnych powiadomień");
  expect(anna.says("START")).toBe(`Powiadomienia są włączone: ${ID}. Żeby je wyłączyć, napisz STOP.`);
  expect(anna.effects()).toEqual([{ kind: "follow_again" }]);
});

test.each([
  "stop",
  "Wypisz mnie, proszę",
  "nie chcę już powiadomień",
  "rezygnuję z powiadomień o zgłoszeniu",
  "unsubscribe",
  "Stop sending me messages",
  "Відпишіть мене",
  "не хочу отримувати сповіщення",
])("%s: no more news", (text) => {
  const anna = resident();
  anna.says(text);
  expect([anna.decision(), anna.effects()]).toEqual(["unsubscribe", [{ kind: "unfollow_all" }]]);
});

test.each(["rezygnuję", "nie chcę", "wypisz mnie z rejestru wyborców", "stop dziurom w jezdni", "no thanks"])(
  "%s: is about something else",
  (text) => {
    const anna = resident();
    anna.says(text);
    expect(anna.decision()).not.toBe("unsubscribe");
  },
);

test("in a dialog and in the queue only what is unmistakable ends the news; nothing else is lost", () => {
  const anna = resident();
  anna.follows(following(true));
  anna.says("dziura w jezdni na Długiej 12");
  const dialog = anna.memory().dialog?.service;
  expect(anna.says("STOP")).toContain("nie będziemy już wysyłać powiadomień");
  expect(anna.memory().dialog?.service).toBe(dialog);
  anna.says("stop");
  expect(anna.decision()).toBe("cancel_dialog");
  anna.says("człowiek");
  anna.says("wyłącz powiadomienia");
  expect([anna.decision(), anna.speaker()]).toEqual(["unsubscribe", "waiting"]);
  anna.says("stop");
  expect([anna.decision(), anna.speaker()]).toEqual(["stop_waiting", "bot"]);
});

test("a consultant and somebody who answers elsewhere do not keep anybody from signing off", () => {
  const anna = resident();
  anna.follows(following(true));
  anna.isLeftTo("consultant");
  anna.says("stop");
  expect(anna.decision()).toBe("stay_silent");
  anna.says("STOP");
  expect([anna.decision(), anna.speaker()]).toEqual(["unsubscribe", "consultant"]);
});

test("START begins nothing where nothing was ended, and the wish in words is always answered", () => {
  const anna = resident();
  anna.says("/start");
  expect(anna.decision()).not.toBe("subscribe_again");
  expect(anna.says("wznów powiadomienia")).toBe("Nie ma tu Twoich zgłoszeń, o których można wysyłać powiadomienia.");
});
