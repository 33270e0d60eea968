import { emptyMemory } from "../../src/conversation/conversation";
import { CODE, resident } from "./chat";
import { ID, OTHER } from "./filed";

const old = (more: object = {}) => ({
  speaker: "bot" as const,
  memory: emptyMemory("pl"),
  serviceRequestIds: [],
  ...more,
});

test("whoever wants to go on elsewhere gets a code, and links where these are set", () => {
  const anna = resident();
  const plain = anna.says("Chcę kontynuować na Messengerze");
  expect(plain).toMatch(/^Twój kod: HEJ-7K2M-X9QD\n\nPodaj go tam, gdzie chcesz pisać dalej\./);
  expect(plain).not.toContain("http");
  expect(anna.effects()).toEqual([{ kind: "give_code" }]);
  const continueAt = {
    messenger: "https://m.me/krakow?ref={code}",
    whatsapp: "https://wa.me/48126165555?text={code}",
  };
  anna.contentChanges((parts) => ({ ...parts, continueAt }));
  expect(anna.says("daj mi kod")).toContain(
    `- [Messenger](https://m.me/krakow?ref=${CODE})\n- [WhatsApp](https://wa.me/48126165555?text=${CODE})`,
  );
  const piotr = resident({ channel: "messenger" });
  piotr.contentChanges((parts) => ({ ...parts, continueAt }));
  expect(piotr.says("przenieś rozmowę na WhatsApp")).not.toContain("m.me");
});

test.each(["kod", "dokończę to w telefonie", "continue on my phone", "I need a code", "Хочу продовжити в Телеграмі"])(
  "%s: a code",
  (text) => {
    const anna = resident();
    anna.says(text);
    expect(anna.decision()).toBe("give_code");
  },
);

test.each([
  "kod pocztowy Krakowa",
  "nie przyszedł mi kod",
  "przenieść numer na inny telefon",
  "nie umiem pisać na komputerze",
  "chcę zgłosić dziurę przez telefon",
])("%s: no code", (text) => {
  const anna = resident();
  anna.says(text);
  expect(anna.decision()).not.toBe("give_code");
});

test("the report begun elsewhere and what was filed there come here with the code", () => {
  const there = resident();
  there.says("dziura w jezdni na Długiej 12");
  const here = resident({ channel: "messenger" });
  const memory = there.memory();
  const text = here.writesCode({ state: "good", old: old({ memory, serviceRequestIds: [ID, OTHER] }) });
  expect(text).toMatch(
    new RegExp(
      `^Możemy pisać dalej tutaj\\. Mam już tutaj zgłoszenia: ${ID}, ${OTHER}\\. Mamy niedokończone: .*\\n\\[Dokończ: `,
    ),
  );
  expect(here.effects()).toEqual([
    {
      kind: "continue_conversation",
      code: CODE,
      farewell: "Ta rozmowa toczy się teraz dalej tutaj: Messenger.",
    },
  ]);
  expect(here.memory().dialog).toEqual(memory.dialog);
  here.says(here.buttons()[0] ?? "");
  expect(here.decision()).toBe("continue_dialog");
});

test("what was begun here waits for what was begun there", () => {
  const there = resident();
  there.says("dziura w jezdni na Długiej 12");
  const here = resident();
  here.says("nie świeci latarnia");
  const begun = here.memory().dialog;
  here.writesCode({ state: "good", old: old({ memory: there.memory() }) });
  expect([here.memory().dialog?.service, here.memory().paused]).toEqual([there.memory().dialog?.service, begun]);
});

test("who waited there waits here, with what consultants know already", () => {
  const there = resident();
  there.says("jak wyrobić dowód");
  there.says("człowiek");
  const here = resident({ channel: "telegram" });
  const text = here.writesCode({ state: "good", old: old({ speaker: "waiting", memory: there.memory() }) });
  expect(text).toBe(
    "Możemy pisać dalej tutaj. Czekasz dalej na konsultanta: jesteś 1. w kolejce.\n[Wróć do asystenta]",
  );
  expect(here.speaker()).toBe("waiting");
  expect(here.memory().handoff).toEqual(there.memory().handoff);
  expect(here.effects()).toContainEqual({
    kind: "enter_queue",
    waiting: expect.objectContaining({ topic: { kind: "article", id: "dowod-osobisty-pierwszy" } }),
  });
});

test("a talk a consultant holds stays where it is; the service requests come", () => {
  const here = resident();
  const memory = { ...emptyMemory("pl"), topic: "dowod-osobisty" };
  const kept = old({ speaker: "consultant", memory, serviceRequestIds: [ID] });
  expect(here.writesCode({ state: "held_by_consultant", old: kept })).toBe(
    `Tamtą rozmowę prowadzi teraz konsultant, więc ona zostaje tam. Mam już tutaj zgłoszenia: ${ID}.`,
  );
  expect(here.memory().topic).toBeUndefined();
  expect(here.effects().map(({ kind }) => kind)).toEqual(["continue_conversation"]);
});

test("a code that is wrong moves nothing; after five in an hour none is looked at", () => {
  const anna = resident();
  const wrong = () => anna.writesCode({ state: "unknown" });
  expect(wrong()).toContain("Nie znam takiego kodu.");
  expect(anna.writesCode({ state: "expired" })).toContain("Ten kod już nie działa");
  expect(anna.writesCode({ state: "used_up" })).toContain("Ten kod został już użyty.");
  expect(anna.writesCode({ state: "same_conversation" })).toContain("To kod tej rozmowy.");
  wrong();
  anna.says("jak wyrobić dowód");
  wrong();
  expect(anna.writesCode({ state: "good", old: old({ serviceRequestIds: [ID] }) })).toContain(
    "Za dużo błędnych kodów.",
  );
  expect(anna.filed).toEqual([]);
  anna.passes(61);
  anna.writesCode({ state: "good", old: old({ serviceRequestIds: [ID] }) });
  expect(anna.effects().map(({ kind }) => kind)).toEqual(["continue_conversation"]);
});

test("in a dialog a wrong code leaves the question open; a code is in no record", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  const asked = anna.memory().dialog?.asked;
  expect(anna.writesCode({ state: "unknown" })).toMatch(/^Nie znam takiego kodu\..*\n\n/);
  expect(anna.memory().dialog?.asked).toBe(asked);
  expect(anna.record()).toContain("[kod]");
  expect(anna.record()).not.toMatch(/7K2M/i);
});
