import type { Language } from "../../../src/conversation/language";
import { CONFIRM } from "../../../src/dialogs/dialogParts";
import { openForm } from "../../../src/dialogs/form";
import { type Chat, openChat, parts, services } from "./chat";

const filed = services.filter(({ explain }) => !explain);
const languages: Language[] = ["pl", "en", "uk"];
/** Longer than any form has questions; who gets there goes in circles. */
const MOST_STEPS = 25;

const homeOf = (code: string) => (code === "idea" ? "idea" : "report-problem");

/** Without what the turn and its commit fill. */
function withoutBlanks(text: string): string {
  return text.replace(/\{(?:service_request_id|unit|expected)\}|\]\(\{service_request_page\}\)/g, "");
}

function start(code: string, language: Language): Chat {
  const chat = openChat(homeOf(code), language);
  chat.says("zgłoszenie", { service: code });
  return chat;
}

/** What the chat asks now: the slot with its kind, or nothing at the summary. */
function asked(chat: Chat, language: Language) {
  const state = chat.state();
  return openForm(parts, state, language)?.slots.find(({ slot }) => slot === state.asked);
}

/** Answers the question with its own buttons or with a text of the right kind; `turn` varies the answer. */
function answer(chat: Chat, language: Language, turn = 0): void {
  const slot = asked(chat, language);
  if (!slot) throw new Error(`nothing is asked\n${chat.log.join("\n")}`);
  const buttons = chat.choices().filter(({ wish }) => wish.kind === "fill" && wish.slot === slot.slot);
  const own = slot.slot === "file_anyway" ? buttons.slice(0, 1) : buttons;
  const button = own[turn % Math.max(1, own.length)];
  if (button) return void chat.presses(button.title);
  if (slot.expects === "photo") return void chat.sendsPhotos(1);
  if (slot.expects === "place") return void chat.says(turn % 2 ? "ul. Długa 12" : "Rynek Główny 3");
  if (slot.expects === "contact") return void chat.says(turn % 2 ? "600 100 200" : "anna@przyklad.pl");
  chat.says(turn % 2 ? "od wczoraj obok wejścia" : "jutro linia 52 kierunek Czerwone Maki");
}

/** Answers everything up to the summary; the slots asked, in order. */
function fillIn(chat: Chat, language: Language, turn = 0): string[] {
  const order: string[] = [];
  while (chat.state().asked !== CONFIRM) {
    order.push(chat.state().asked ?? "");
    answer(chat, language, turn);
    if (order.length > MOST_STEPS) throw new Error(`goes in circles\n${chat.log.join("\n")}`);
  }
  return order;
}

function titlesTwice(chat: Chat): string[] {
  return chat.buttons().filter((title, i, all) => all.indexOf(title) !== i);
}

describe.each(languages)("in %s", (language) => {
  test.each(filed.map(({ code }) => code))("%s: its own answers end in a filed request", (code) => {
    for (const turn of [0, 1, 2, 3]) {
      const chat = start(code, language);
      const order = fillIn(chat, language, turn);
      expect(new Set(order).size).toBe(order.length);
      const [sends] = chat.choices();
      expect(sends?.wish).toEqual({ kind: "send" });
      chat.presses(sends?.title ?? "");
      expect(chat.progress()).toMatchObject({
        kind: "finished",
        result: { kind: "file_service_request", service: code },
      });
    }
  });
});

test.each(filed.map(({ code }) => code))("%s: every value can be changed at the summary", (code) => {
  const chat = start(code, "pl");
  fillIn(chat, "pl");
  chat.presses("Zmień");
  const labels = chat
    .choices()
    .filter(({ wish }) => wish.kind === "change")
    .map(({ title }) => title);
  const form = openForm(parts, chat.state(), "pl");
  const shown = form?.slots.filter(({ slot }) => slot !== "file_anyway").map(({ label }) => label.pl);
  expect(labels).toEqual(shown);
  chat.presses("Zostaw, jak jest");
  for (const label of labels.filter((title) => title !== "Rodzaj")) {
    const before = chat.state();
    chat.presses("Zmień");
    chat.presses(label);
    answer(chat, "pl", 1);
    expect(chat.state().asked).toBe(CONFIRM);
    expect(chat.said()).toContain(label === "Zdjęcia" ? "Zdjęcie dodane" : `Zmienione. ${label}`);
    expect(chat.state().answers).not.toEqual(before.answers);
  }
});

test.each(filed.map(({ code }) => code))("%s: back from every question returns to the one before", (code) => {
  const chat = start(code, "pl");
  const order = fillIn(chat, "pl");
  for (const slot of order.toReversed()) {
    chat.says("wstecz");
    expect(`${chat.state().asked}`).toBe(slot);
  }
  chat.says("wstecz");
  expect(chat.said()).toContain("To pierwsze pytanie");
  expect(fillIn(chat, "pl", 1).filter((slot) => slot !== "photo")).toEqual(order.filter((slot) => slot !== "photo"));
});

test.each(filed.map(({ code }) => code))("%s: whoever comes back tomorrow is asked the same question", (code) => {
  const chat = start(code, "pl");
  for (let step = 0; chat.state().asked !== CONFIRM && step < MOST_STEPS; step++) {
    const before = chat.state();
    const question = chat.said().split("\n\n").at(-1);
    const buttons = chat.buttons();
    chat.comesBack();
    expect(chat.state()).toEqual(before);
    expect(chat.said()).toContain("Wracamy do sprawy");
    expect(chat.said()).toContain(question);
    expect(chat.buttons()).toEqual(buttons);
    answer(chat, "pl");
  }
  chat.comesBack();
  expect(chat.said()).toContain("Wysłać?");
});

test.each(filed.map(({ code }) => code))("%s: a question that is never understood ends with a person", (code) => {
  const chat = start(code, "pl");
  for (let step = 0; chat.state().asked !== CONFIRM && step < MOST_STEPS; step++) {
    const stuck = openChat(homeOf(code), "pl");
    stuck.says("zgłoszenie", { service: code });
    while (stuck.state().asked !== chat.state().asked) answer(stuck, "pl");
    const ends = ["??", "...", "?!", "??"].map((text) => stuck.says(text).kind);
    expect(ends).toEqual(["asking", "asking", "asking", "needs_human"]);
    answer(chat, "pl");
  }
});

const bag = [
  "tak",
  "nie",
  "nie wiem",
  "wstecz",
  "dlaczego?",
  "pomiń",
  "wyślij",
  "zmień",
  "zmień ulicę",
  "zmień ulicę na Krótką 5",
  "zmień rodzaj",
  "zmień opis na zupełnie inny",
  "jednak na Dietla 7",
  "ul. Długa 12",
  "600 100 200",
  "duża i głęboka, pod blokiem",
  "2",
  "ostatnie",
  "{place} [x](https://a.b) {service_request_id}",
  "🙂",
  "x".repeat(4000),
  "dwa słowa ".repeat(390),
  "ні, не знаю",
  "no to ok",
];

test.each(Array.from({ length: 40 }, (_, i) => i + 1))(
  "whatever is said and pressed, the form stays whole (%i)",
  (seed) => {
    const next = randomNumbers(seed);
    const service = filed[next(filed.length)]?.code ?? "other";
    const chat = start(service, "pl");
    for (let step = 0; step < 60 && "state" in chat.progress(); step++) {
      const titles = chat.buttons();
      const way = next(10);
      if (way < 4 && titles.length > 0) chat.presses(titles[next(titles.length)] ?? "");
      else if (way === 9) chat.sendsPhotos(1 + next(3), next(2) ? "proszę" : "");
      else chat.says(bag[next(bag.length)] ?? "");
      expect(titlesTwice(chat)).toEqual([]);
      const said = withoutBlanks(chat.said());
      expect(said).not.toMatch(/\{\w+\}|\]\(|undefined/);
      if (chat.progress().kind === "asking") expect(chat.said()).not.toBe("");
    }
  },
);

/** Numbers below `below` that are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed * 7919;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}
