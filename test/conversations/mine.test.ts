import { type Resident, resident } from "./chat";
import { ID, mineIs, OTHER, reporter, since } from "./filed";

test("the status of what was filed here needs no number and comes with its page; a stranger gets no page", () => {
  const anna = reporter("in_progress");
  const status = anna.says("co z moim zgłoszeniem?");
  expect(status).toContain(`Zgłoszenie ${ID}: Dziura w jezdni.`);
  expect(status).toContain("Stan od 23.11.2026: w realizacji. Zdanie o stanie.");
  expect(status).toContain("https://kontakt.example/sprawa/klucz");
  expect(anna.buttons()).toEqual(["Wycofaj zgłoszenie"]);
  expect(resident({ known: [ID] }).says(ID)).not.toContain("sprawa/klucz");
});

test("withdrawing is asked about first", () => {
  const anna = reporter("forwarded");
  expect(anna.says("wycofuję zgłoszenie")).toContain(`Wycofać zgłoszenie ${ID}?`);
  expect(anna.filed).toEqual([]);
  expect(anna.says("Tak, wycofaj")).toContain("jest wycofane");
  expect(anna.filed).toEqual([{ kind: "act_on_service_request", id: ID, act: "withdraw", words: "" }]);
});

test.each([
  ["proszę anulować moje zgłoszenie", "forwarded", "Wycofać zgłoszenie"],
  ["cancel my report", "forwarded", "KR-2026"],
  ["chcę otworzyć ponownie", "done", "Napisz, co jest nie tak"],
  ["I want to reopen my report", "done", ID],
])("“%s” is about what was filed", (text, state, asked) => {
  const anna = reporter(state);
  expect(anna.says(text)).toContain(asked);
  expect(anna.decision()).toMatch(/offer_act|ask_for_words/);
});

test.each([
  "chce dodac zdjecie do zgloszenia",
  "chcę coś dopisać do mojego zgłoszenia",
  "I want to add a photo to my report",
])("“%s” leads to its page, and begins no second one", (text) => {
  const anna = reporter("in_progress");
  expect(anna.says(text)).toContain("sprawa/klucz");
  expect(anna.memory().dialog).toBeUndefined();
});

test("of several the one whose number is named is withdrawn", () => {
  const anna = resident();
  anna.hasFiled([mineIs("forwarded", since, OTHER), mineIs("forwarded")]);
  expect(anna.says(`wycofuję ${ID}`)).toContain(`Wycofać zgłoszenie ${ID}?`);
});

test("not withdrawn after all", () => {
  const anna = reporter("forwarded");
  anna.says("chcę wycofać zgłoszenie");
  anna.says("Nie");
  expect(anna.decision()).toBe("small_talk");
  expect(anna.says("Tak, wycofaj")).not.toContain("jest wycofane");
  expect(anna.filed).toEqual([]);
});

test("words after a question to the resident are offered as the answer", () => {
  const anna = reporter("waiting_for_resident");
  expect(anna.says("dziura jest po lewej, tuż obok bramy")).toContain(`Czy to odpowiedź na pytanie o ${ID}?`);
  expect(anna.says("Tak, to odpowiedź")).toContain("jest zapisana");
  expect(anna.filed).toEqual([
    { kind: "act_on_service_request", id: ID, act: "answer", words: "dziura jest po lewej, tuż obok bramy" },
  ]);
});

test("a unit's question may be answered by a word or a number, whatever was offered before it", () => {
  for (const answer of ["tak", "nie", "2", "nie wiem"]) {
    const anna = resident();
    anna.says("chcę coś zgłosić");
    anna.says("anuluj");
    anna.hasFiled([mineIs("waiting_for_resident")]);
    anna.passes(30);
    expect(anna.says(answer)).toContain(`Czy to odpowiedź na pytanie o ${ID}?`);
    anna.says("tak");
    expect(anna.filed).toEqual([{ kind: "act_on_service_request", id: ID, act: "answer", words: answer }]);
  }
});

test("a photo answers a unit's question, too", () => {
  const anna = reporter("waiting_for_resident");
  expect(anna.sendsPhoto()).toContain(`Czy to odpowiedź na pytanie o ${ID}?`);
  anna.says("tak");
  expect(anna.filed).toMatchObject([{ id: ID, act: "answer", words: "", attachments: [{ name: "dziura.jpg" }] }]);
});

test("“odpowiadam: …” answers at once", () => {
  const anna = reporter("waiting_for_resident");
  anna.says("odpowiadam: przy bramie od podwórza");
  expect(anna.filed).toEqual([
    { kind: "act_on_service_request", id: ID, act: "answer", words: "przy bramie od podwórza" },
  ]);
});

test("done, but not fixed: reopened with the resident's words; fixed: confirmed", () => {
  const anna = reporter("done");
  expect(anna.says("dalej nie jest naprawione")).toContain(`Otworzyć ${ID} ponownie?`);
  anna.says("Tak, otwórz ponownie");
  expect(anna.filed).toEqual([
    { kind: "act_on_service_request", id: ID, act: "reopen", words: "dalej nie jest naprawione" },
  ]);
  const jan = reporter("done");
  jan.says("dzięki, już naprawione");
  expect(jan.filed).toEqual([
    { kind: "act_on_service_request", id: ID, act: "confirm", words: "dzięki, już naprawione" },
  ]);
});

test("by buttons under the status: the words are asked for", () => {
  const anna = reporter("done");
  anna.says(ID);
  expect(anna.buttons()).toEqual(["Naprawione, potwierdzam", "Nie jest naprawione"]);
  expect(anna.says("Nie jest naprawione")).toContain("Napisz, co jest nie tak");
  expect(anna.says("na środku jezdni znowu jest dół")).toContain(`Otworzyć ${ID} ponownie?`);
  anna.says("tak, otwórz ponownie");
  expect(anna.filed).toMatchObject([{ act: "reopen", words: "na środku jezdni znowu jest dół" }]);
});

test("too late to reopen: the status is told instead", () => {
  const anna = resident();
  anna.hasFiled([mineIs("done", new Date("2026-10-01T10:00:00Z"))]);
  anna.says(ID);
  expect(anna.buttons()).toEqual(["Naprawione, potwierdzam"]);
});

const YES = `Tak, naprawione (${ID})`;
const NO = `Nie, otwórz ponownie (${ID})`;
const confirmed = [{ kind: "act_on_service_request", id: ID, act: "confirm", words: "" }];

/** Somebody the bot told of two of their service requests, both done. */
function twiceReporter(): Resident {
  const anna = reporter("done");
  anna.hasFiled([mineIs("done"), mineIs("done", new Date("2026-11-23T10:25:00Z"), OTHER)]);
  return anna;
}

describe("pressed under news", () => {
  test("“Tak, naprawione”: confirmed, once however often it is pressed", () => {
    const anna = reporter("done");
    expect(anna.says(YES)).toBe(`Dziękuję za potwierdzenie. Sprawa ${ID} zostaje zamknięta.`);
    anna.hasFiled([{ ...mineIs("done"), confirmed: true }]);
    expect(anna.says(YES)).toContain(`Zgłoszenie ${ID}: Dziura w jezdni.`);
    expect(anna.filed).toEqual(confirmed);
  });

  test("“Nie, otwórz ponownie”: asks what is wrong, as the button under the status does; a second press changes nothing", () => {
    const anna = reporter("done");
    expect(anna.says(NO)).toContain("Napisz, co jest nie tak");
    expect(anna.says(NO)).toContain("Napisz, co jest nie tak");
    expect(anna.says("dziura jest dalej")).toContain(`Otworzyć ${ID} ponownie?`);
    expect(anna.says("tak")).toContain("jest znowu otwarte");
    expect(anna.filed).toEqual([{ kind: "act_on_service_request", id: ID, act: "reopen", words: "dziura jest dalej" }]);
    anna.hasFiled([mineIs("received")]);
    expect(anna.says(NO)).toContain("Stan od 23.11.2026: przyjęte");
    expect(anna.filed).toHaveLength(1);
  });

  test("what cannot be done is opened again by its own button, in any language the news may have had", () => {
    const anna = reporter("not_feasible");
    expect(anna.says(`Відкрити знову (${ID})`)).toContain("Napisz, co jest nie tak");
  });

  test("much later, after another matter and one still going on, which then goes on", () => {
    const anna = reporter("done");
    anna.says("ile kosztuje abonament parkingowy");
    anna.tomorrow();
    anna.says("nie świeci latarnia na Długiej 12");
    const asked = anna.buttons();
    expect(anna.says(YES)).toContain("Dziękuję za potwierdzenie");
    expect(anna.buttons()).toEqual(asked);
    expect(anna.says(NO)).toMatch(/^Napisz, co jest nie tak.*\n\[Dokończ: [^\]]+\]$/);
    expect(anna.says("asfalt znowu się zapadł")).toContain(`Otworzyć ${ID} ponownie?`);
    expect(anna.says("Tak, otwórz ponownie")).toContain("jest znowu otwarte");
    expect(anna.buttons()).toEqual(asked);
    expect(anna.filed).toMatchObject([...confirmed, { act: "reopen", words: "asfalt znowu się zapadł" }]);
  });

  test("while waiting for a person, who is still waited for", () => {
    const anna = reporter("done");
    anna.says("chcę rozmawiać z człowiekiem");
    expect(anna.speaker()).toBe("waiting");
    expect(anna.says(YES)).toContain("Dziękuję za potwierdzenie");
    expect(anna.speaker()).toBe("waiting");
    expect(anna.filed).toContainEqual(confirmed[0]);
  });

  test("of two the number in the title says which", () => {
    const anna = twiceReporter();
    anna.says(`Tak, naprawione (${OTHER})`);
    anna.says(NO);
    anna.says("dalej dół");
    anna.says("tak");
    expect(anna.filed).toMatchObject([
      { id: OTHER, act: "confirm" },
      { id: ID, act: "reopen" },
    ]);
  });
});

describe("typed after news", () => {
  test.each([
    ["tak", "confirm_done"],
    ["1", "confirm_done"],
    ["Tak, naprawione", "confirm_done"],
    ["nie", "asked"],
    ["2", "asked"],
    ["nie, otwórz ponownie", "asked"],
  ])("“%s” answers whether it is fixed", (text, then) => {
    const anna = reporter("done");
    expect(anna.says(text)).toContain(then === "asked" ? "Napisz, co jest nie tak" : "Dziękuję za potwierdzenie");
    expect(anna.filed).toEqual(then === "asked" ? [] : confirmed);
  });

  test("in English and Ukrainian", () => {
    for (const [language, text, thanks] of [
      ["en", "Yes, it is fixed", "Thank you"],
      ["uk", "Так, виправлено", "Дякую"],
    ] as const) {
      const anna = resident({ language });
      anna.says(language === "en" ? "hello" : "добрий день");
      anna.hasFiled([mineIs("done")]);
      expect(anna.says(text)).toContain(thanks);
      expect(anna.filed).toEqual(confirmed);
    }
  });

  test("of two, words without a number do nothing yet: both are shown, with a button for each", () => {
    for (const text of [
      "tak",
      "tak, naprawione",
      "dalej nie jest naprawione",
      "nie, otwórz ponownie",
      "otwórz ponownie",
    ]) {
      const anna = twiceReporter();
      anna.says(text);
      expect(anna.filed).toEqual([]);
      expect(anna.buttons()).toEqual([YES, NO, YES.replace(ID, OTHER), NO.replace(ID, OTHER)]);
    }
  });

  test("of two, the number says which", () => {
    const anna = twiceReporter();
    anna.says(`${ID} dalej nie jest naprawione`);
    anna.says("tak");
    expect(anna.filed).toMatchObject([{ id: ID, act: "reopen" }]);
  });

  test("once something else was said, “tak” is not about it any more", () => {
    const anna = reporter("done");
    anna.says("dzień dobry");
    anna.says("tak");
    expect(anna.filed).toEqual([]);
  });
});
