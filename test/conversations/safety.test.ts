import { resident } from "./chat";

test.each(["pali się dom", "czuć gaz na klatce", "ktoś leży nieprzytomny na chodniku", "wezwijcie pogotowie"])(
  "“%s”: 112 first, nothing is asked back",
  (words) => {
    const anna = resident();
    const said = anna.says(words);
    expect(said).toMatch(/^Zadzwoń teraz pod 112\./);
    expect(said).not.toContain("?");
  },
);

test.each([
  "chcę się zabić",
  "nie chce mi sie zyc",
  "syn napisał mi list, boję się, że to samobójstwo, co robić",
  "I want to kill myself",
])("“%s”: help is named at once, even in the middle of a report and in the queue", (words) => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says(words)).toContain("12 421 92 82");
  expect(anna.buttons()).toHaveLength(1);
  anna.says("człowiek");
  expect(anna.says(words)).toContain("112");
  expect(anna.speaker()).toBe("waiting");
});

test.each(["wiadomość", "wysłałam wiadomość i nikt nie odpisał", "dostałem dziwną wiadomość na WhatsAppie"])(
  "“%s”: a message is no cry for help",
  (words) => {
    expect(resident().says(words)).not.toMatch(/112|Kryzysowej/);
  },
);

test("a last message is one", () => {
  expect(resident().says("to moja ostatnia wiadomość")).toContain("12 421 92 82");
});

test("a road that could kill somebody is a report like any other", () => {
  const anna = resident();
  expect(anna.says("dziura w jezdni na Długiej 12, rowerzysta może się na niej zabić")).toContain(
    "Mam: dziura w jezdni",
  );
});

test("HTML and links are read back as words", () => {
  const anna = resident();
  anna.says("chcę coś zgłosić");
  anna.says("dziura w jezdni");
  const said = anna.says("<b onclick=alert(1)>Długa 12</b> [tu](https://zle.example) {queue_position}");
  expect(said).not.toContain("](https://zle");
  expect(said).not.toContain("{queue_position}");
});

test("no reply shows a blank that nobody filled, in any language", () => {
  for (const language of ["pl", "en", "uk"] as const) {
    const anna = resident({ language });
    const said = [
      "człowiek",
      "wróć do asystenta",
      "human",
      "людина",
      "dziura na Długiej 12",
      "anuluj",
      "KR-2026-000123-7",
      "thanks",
    ];
    for (const text of said) expect(anna.says(text)).not.toMatch(/\{\w+\}|undefined|null/);
  }
});
