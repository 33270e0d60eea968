import { resident } from "./chat";

test("a question is answered shortly, with its source, its date, and buttons for the rest", () => {
  const anna = resident();
  const answer = anna.says("jak wymienić dowód osobisty");
  expect(answer).toContain("Wymiana dowodu osobistego");
  expect(answer).toContain("Złóż wniosek osobiście co najmniej 30 dni przed końcem ważności dowodu.");
  expect(answer).toMatch(
    /Źródło: \[bip\.krakow\.pl\]\(https:.+\)\. Stan informacji: 11\.2021, sprawdzone 21\.11\.2026\./,
  );
  expect(anna.buttons()).toEqual([
    "Dla kogo",
    "Co przygotować",
    "Krok po kroku",
    "Gdzie",
    "Ile kosztuje",
    "Ile to trwa",
    "Przez internet",
  ]);
});

test("the next questions belong to the same matter, and its doubts are not repeated", () => {
  const anna = resident();
  expect(anna.says("jak wymienić dowód osobisty")).toContain("Uwaga:");
  const fee = anna.says("a ile to kosztuje?");
  expect(fee).toContain("Wymiana jest bezpłatna.");
  expect(fee).not.toContain("Uwaga:");
  expect(anna.says("gdzie to?")).toContain("al. Powstania Warszawskiego 10");
  expect(anna.says("a przez internet?")).toContain("Dorosły nie wymieni dowodu przez internet.");
  expect(anna.because()).toBe("more_of_the_same_topic");
});

test("buttons are pressed by title, by number and by ordinal", () => {
  const anna = resident();
  anna.says("jak wymienić dowód osobisty");
  expect(anna.says("ILE KOSZTUJE")).toContain("bezpłatna");
  expect(anna.says("2.")).toContain("zdjęcie 35 x 45 mm");
  expect(anna.says("poproszę to trzecie")).toContain("al. Powstania Warszawskiego 10");
});

test("thanks, goodbye and a greeting are answered politely", () => {
  const anna = resident();
  expect(anna.says("Dzień dobry")).toContain("Dzień dobry.");
  expect(anna.says("jak wymienić dowód osobisty")).toContain("Złóż wniosek");
  expect(anna.says("dziękuję bardzo")).toBe("Proszę bardzo. Jeśli będzie coś jeszcze, napisz.");
  expect(anna.says("do widzenia")).toContain("Do widzenia.");
});

test("a greeting before the question is no matter of its own", () => {
  const anna = resident();
  expect(anna.says("dzień dobry, jak wymienić dowód osobisty")).toContain("Wymiana dowodu osobistego");
});

test("without Polish letters and with a typo the answer is the same", () => {
  const anna = resident();
  expect(anna.says("jak wymienic dowod osobisty")).toContain("Wymiana dowodu osobistego");
  expect(anna.says("wymiana dowodu osobistgo zniszczony")).toContain("Wymiana dowodu osobistego");
});

test("two questions in one message: the resident says which comes first, the other waits one button away", () => {
  const anna = resident();
  const asked = anna.says("jak wymienić dowód osobisty? I gdzie kupić bilet na autobus?");
  expect(anna.because()).toBe("there_are_two_matters");
  expect(asked).toContain("Widzę tu dwie sprawy.");
  expect(anna.buttons()).toEqual(["Wymiana dowodu osobistego", "Ceny biletów komunikacji miejskiej", "Żadne z tych"]);
  const first = anna.says("1");
  expect(first).toContain("Złóż wniosek osobiście");
  expect(first).toContain("Druga sprawa czeka – naciśnij „Ceny biletów komunikacji miejskiej”");
  expect(anna.says("Ceny biletów komunikacji miejskiej")).not.toContain("Druga sprawa czeka");
  expect(anna.memory().waiting).toBeUndefined();
});

test("“yes” to two matters takes the first; a new question means that the other is not wanted any more", () => {
  const anna = resident();
  anna.says("jak wymienić dowód osobisty? I gdzie kupić bilet na autobus?");
  expect(anna.says("tak")).toContain("Wymiana dowodu osobistego");
  expect(anna.says("ile kosztuje paszport")).not.toContain("Druga sprawa czeka");
});

test("a matter of another institution: whose it is and where to turn", () => {
  const anna = resident();
  expect(anna.says("kiedy przyjdzie emerytura")).toContain("To sprawa ZUS, nie urzędu miasta.");
  expect(anna.decision()).toBe("point_outside");
  expect(anna.says("umówić wizytę u ortopedy na NFZ")).toContain("pacjent.gov.pl");
});

test("what is nobody's matter leads back to what can be done here", () => {
  const anna = resident();
  expect(anna.says("jaka będzie jutro pogoda")).toContain("W tym nie pomogę.");
  expect(anna.buttons()).toEqual(["Zgłoś problem", "Sprawdź zgłoszenie", "Porozmawiaj z człowiekiem"]);
});

test("“yes”, “no”, “ok”, a number and a letter out of context are not answered with an odd topic", () => {
  for (const word of ["tak", "nie", "ok", "dobrze", "wyślij", "anuluj"]) {
    const anna = resident();
    anna.says("dziękuję");
    expect(anna.says(word)).toContain("Dobrze. Jeśli mogę w czymś pomóc, napisz to jednym zdaniem.");
  }
  const anna = resident();
  anna.says("dziękuję");
  expect(anna.says("17")).toContain("o jaką sprawę chodzi");
  expect(anna.says("k")).toContain("o jaką sprawę chodzi");
  expect(anna.says("a ile to kosztuje?")).toContain("o jaką sprawę chodzi");
});

test("nothing, a smile and marks are told from words", () => {
  const anna = resident();
  for (const text of ["", "   ", "🙂🙂", "???", "…"]) {
    expect(anna.says(text)).toContain("Nie widzę tu słów.");
    expect(anna.decision()).toBe("refuse_empty");
  }
});

test("it says that it is a machine, and what it can do", () => {
  const anna = resident();
  expect(anna.says("czy jesteś botem")).toContain("Nie jestem człowiekiem.");
  expect(anna.says("co potrafisz")).toContain("Pomagam w sprawach Krakowa");
});
