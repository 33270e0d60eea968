import { NUMBER, resident } from "./chat";

test("a pothole from the first word to its number, with the street changed before sending", () => {
  const anna = resident();
  expect(anna.says("dziura w jezdni na Długiej 12")).toContain("Jak duża jest dziura?");
  expect(anna.says("druga")).toContain("Czy da się ją bezpiecznie ominąć?");
  expect(anna.says("nie wiem")).toContain("Masz zdjęcie?");
  expect(anna.sendsPhoto()).toContain("Zdjęcie dodane. Razem zdjęć: 1.");
  expect(anna.says("600 100 200")).toContain("Sprawdź, zanim wyślę:");
  expect(anna.says("zmień ulicę na Krótką 5")).toContain("- Miejsce: ul. Krótka 5 (Stare Miasto)");
  expect(anna.says("wyślij")).toContain(NUMBER);
  expect(anna.filed).toMatchObject([
    { kind: "file_service_request", request: { service: "pothole", place: "Krótką 5", unit: "zdmk" } },
  ]);
  expect(anna.says("dzięki")).toContain("Proszę bardzo.");
});

test("thanks in the middle is no answer, and the question comes again", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says("dzięki")).toBe(
    "Proszę bardzo.\n\nWracamy do sprawy: Dziura w jezdni.\n\nJak duża jest dziura?\n[Jak dłoń] [Jak koło samochodu] [Większa albo głęboka] [Nie wiem]",
  );
  expect(anna.because()).toBe("it_is_small_talk");
});

test("a question in the middle is answered, with its follow-up, and the report goes on", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  const answer = anna.says("a jak wymienić dowód osobisty?");
  expect(answer).toContain("Złóż wniosek osobiście");
  expect(answer).toContain("Wracamy do sprawy: Dziura w jezdni.");
  expect(anna.says("a ile to kosztuje?")).toContain("Wymiana jest bezpłatna.");
  expect(anna.says("duża")).toContain("Czy da się ją bezpiecznie ominąć?");
});

test("a report and a question in one message: taken one after the other, in the resident's order", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12. Jak wymienić dowód osobisty?");
  expect(anna.because()).toBe("there_are_two_matters");
  const answer = anna.says("Wymiana dowodu osobistego");
  expect(answer).toContain("Złóż wniosek osobiście");
  expect(answer).toContain("Druga sprawa czeka – naciśnij „Zgłoś: Dziura w jezdni”");
  const begun = anna.says("Zgłoś: Dziura w jezdni");
  expect(begun).toContain("Mam: dziura w jezdni, ul. Długa 12 (Stare Miasto).");
  expect(begun.trimEnd()).toMatch(/Jak duża jest dziura\?\n\[.+\]$/);
});

test("a question that belongs to the report does not make two matters of it", () => {
  const anna = resident();
  expect(anna.says("Na Długiej 12 jest wielka dziura. Kto za to odpowiada?")).toContain("Mam: dziura w jezdni");
  expect(anna.memory().waiting).toBeUndefined();
});

test("two reports in one message are taken one after the other", () => {
  const anna = resident();
  expect(anna.says("dziura w jezdni na Długiej 12. Nie świeci latarnia na Krótkiej 5")).toContain("dwie sprawy");
  expect(anna.says("tak")).toContain("na Długiej 12");
  anna.says("duża");
  anna.says("nie wiem");
  anna.says("pomiń");
  anna.says("pomiń");
  const sent = anna.says("wyślij");
  expect(sent).toContain(NUMBER);
  expect(sent).toContain("Druga sprawa czeka – naciśnij „Zgłoś: Nie działa latarnia”");
  anna.says("tak");
  expect(anna.memory().dialog).toMatchObject({ service: "street-lamp", answers: { place: "na Krótkiej 5" } });
});

test("a photo first, the matter afterwards", () => {
  const anna = resident();
  expect(anna.sendsPhoto()).toContain("Co się stało?");
  expect(anna.says("dziura w jezdni")).toContain("Gdzie jest dziura?");
  expect(anna.memory().dialog?.attachments).toHaveLength(1);
});

test("“I want to report” without saying what", () => {
  const anna = resident();
  expect(anna.says("chcę coś zgłosić")).toContain("Co się stało?");
  expect(anna.says("nie świeci latarnia")).toMatch(/Gdzie .*latarnia\?/);
});

test("breaking off and coming back tomorrow: the answer is taken as if nothing had happened", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  anna.tomorrow();
  expect(anna.says("duża")).toContain("Czy da się ją bezpiecznie ominąć?");
});

test("coming back tomorrow with a greeting or with another matter: what shall we do?", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says("do widzenia")).toContain("dokończymy, gdy tu wrócisz");
  anna.tomorrow();
  expect(anna.says("dzień dobry")).toBe(
    "Mamy niedokończone: Dziura w jezdni. Co robimy?\n[Dokończ: Dziura w jezdni] [Porzuć i zacznij od nowa]",
  );
  expect(anna.says("tak")).toContain("Jak duża jest dziura?");
  anna.tomorrow();
  expect(anna.says("jak wymienić dowód osobisty")).toContain("Mamy niedokończone: Dziura w jezdni.");
  expect(anna.buttons()).toContain("Wymiana dowodu osobistego");
  expect(anna.says("Porzuć i zacznij od nowa")).toContain("Przerwałem, nic nie zostało wysłane.");
  expect(anna.filed).toEqual([]);
});

test("another report in the middle is asked about, and the first one is not lost", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says("nie świeci latarnia")).toContain("Mamy niedokończone: Dziura w jezdni. Co robimy?");
  expect(anna.says("2")).toMatch(/Gdzie .*latarnia\?/);
  expect(anna.memory().paused).toMatchObject({ service: "pothole", answers: { place: "na Długiej 12" } });
  expect(anna.says("anuluj")).toContain("Wracamy do sprawy: Dziura w jezdni.");
});

test("the status of another report in the middle, by the same words as always", () => {
  const anna = resident({ known: [NUMBER] });
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says("co z moim zgłoszeniem?")).toContain("Podaj numer zgłoszenia.");
  const status = anna.says(NUMBER);
  expect(status).toContain("przekazane do jednostki. Przekazane do jednostki.");
  expect(status).toContain("Wracamy do sprawy: Dziura w jezdni.");
});

test("a number is looked up at any time: right, mistyped, unknown, several", () => {
  const anna = resident({ known: [NUMBER] });
  expect(anna.says(NUMBER)).toContain(`Zgłoszenie ${NUMBER}: Dziura w jezdni.`);
  expect(anna.says(NUMBER)).toContain("Prowadzi: Zarząd Dróg Miasta Krakowa.");
  const wrong = `${NUMBER.slice(0, -1)}${(Number(NUMBER.at(-1)) + 1) % 10}`;
  expect(anna.says(wrong)).toContain(`W numerze ${wrong} jest pomyłka`);
  expect(anna.says("KR-2026-000123-7")).toContain("Nie mam zgłoszenia o numerze KR-2026-000123-7.");
  const both = anna.says(`co z ${NUMBER.toLowerCase()} i KR-2026-000123-7?`);
  expect(both).toContain(`Zgłoszenie ${NUMBER}`);
  expect(both).toContain("Nie mam zgłoszenia");
});

test.each([
  ["czym różni się zgłoszenie od skargi", "Skarga, wniosek lub petycja: oficjalne pismo"],
  ["what is the difference between a report and an idea?", "An idea: something could be better."],
  ["чим заявка відрізняється від скарги?", "Заявка: щось у місті зламане"],
])("“%s” is explained openly, and what was begun goes on", (asked, told) => {
  const anna = resident();
  expect(anna.says(asked)).toContain(told);
  expect(anna.buttons()).toHaveLength(3);
  anna.says("dziura w jezdni na Długiej 12");
  anna.says(asked);
  expect(anna.memory().dialog).toMatchObject({ service: "pothole", asked: "size" });
});
