import { resident } from "./chat";

test("a person is asked for and somebody is there: the place in the queue, and more can be written", () => {
  const anna = resident();
  expect(anna.says("chcę rozmawiać z konsultantem")).toBe(
    "Łączę Cię z konsultantem. Jesteś 1. w kolejce. Jak długo to potrwa, jeszcze nie wiemy. Możesz pisać dalej – konsultant zobaczy całą rozmowę.\n[Wróć do asystenta]",
  );
  expect(anna.speaker()).toBe("waiting");
  expect(anna.says("chodzi o podatek")).toContain("Dopisałem to do rozmowy.");
  expect(anna.says("ok")).toContain("Dopisałem to do rozmowy.");
  expect(anna.says("wróć do asystenta")).toContain("Jesteś znów ze mną");
  expect(anna.speaker()).toBe("bot");
});

test("the bot is silent while a consultant speaks", () => {
  const anna = resident();
  anna.isLeftTo("consultant");
  expect(anna.says("jak wymienić dowód osobisty")).toBe("");
  expect(anna.says("chcę z człowiekiem")).toBe("");
  expect(anna.because()).toBe("a_consultant_speaks");
});

test("all consultants are busy: the place, how long it takes lately, and a contact instead", () => {
  const anna = resident();
  anna.desk("busy");
  const busy = anna.says("chcę rozmawiać z konsultantem");
  expect(busy).toContain("Wszyscy konsultanci są teraz zajęci. Jesteś 1. w kolejce.");
  expect(busy).toContain("Ostatnio czeka się od 3 do 12 minut.");
  expect(anna.buttons()).toEqual(["Zostaw kontakt", "Wróć do asystenta"]);
  expect(anna.speaker()).toBe("waiting");
  expect(anna.says("ok, czekam")).toContain("Dopisałem to do rozmowy.");
  expect(anna.buttons()).toEqual(["Zostaw kontakt", "Wróć do asystenta"]);
  expect(anna.says("Zostaw kontakt")).toContain("O czym chcesz porozmawiać?");
  expect(anna.speaker()).toBe("bot");
  expect(anna.filed).toMatchObject([{ kind: "enter_queue" }, { kind: "leave_queue" }]);
});

test("the queue is told what the resident wants to talk about, and when they leave it", () => {
  const anna = resident();
  anna.says("jak wymienić dowód osobisty");
  anna.says("chcę z człowiekiem");
  anna.says("halo");
  anna.says("wróć do asystenta");
  anna.says("dziura w jezdni na Długiej 12");
  anna.says("połącz mnie z konsultantem");
  expect(anna.filed).toEqual([
    {
      kind: "enter_queue",
      waiting: { topic: { kind: "article", id: "dowod-osobisty-wymiana" }, area: "dokumenty" },
    },
    { kind: "leave_queue" },
    { kind: "enter_queue", waiting: { topic: { kind: "service", id: "pothole" }, area: "drogi" } },
  ]);
});

test("who brings nothing but the wish for a person waits without a topic", () => {
  const anna = resident();
  anna.says("człowiek");
  expect(anna.filed).toEqual([{ kind: "enter_queue", waiting: {} }]);
});

test("what it is about may be said later: while waiting, or to the consultant", () => {
  const about = { topic: { kind: "article", id: "dowod-osobisty-wymiana" }, area: "dokumenty" };
  const anna = resident();
  anna.says("człowiek");
  anna.says("halo?");
  anna.says("jak wymienić dowód osobisty");
  expect(anna.filed).toEqual([
    { kind: "enter_queue", waiting: {} },
    { kind: "learn_topic", waiting: about },
  ]);
  anna.isLeftTo("consultant");
  anna.says("dziura w jezdni na Długiej 12");
  anna.says("dziękuję");
  expect(anna.filed.slice(2)).toEqual([
    { kind: "await_consultant" },
    { kind: "learn_topic", waiting: { topic: { kind: "service", id: "pothole" }, area: "drogi" } },
    { kind: "await_consultant" },
  ]);
});

test("what is said to a consultant asks for an answer", () => {
  const anna = resident();
  anna.isLeftTo("consultant");
  anna.says("jest tam kto?");
  expect(anna.filed).toEqual([{ kind: "await_consultant" }]);
});

test("nobody at the desk: a contact is left, and the report begun before is not lost", () => {
  const anna = resident();
  anna.desk("nobody");
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says("człowiek")).toContain("W tej chwili żaden konsultant nie jest przy czacie.");
  expect(anna.buttons()).toEqual(["Zostaw kontakt", "Dokończ: Dziura w jezdni"]);
  expect(anna.says("tak")).toContain("O czym chcesz porozmawiać?");
  expect(anna.says("w sprawie dziury")).toContain("Jaki numer telefonu");
  anna.says("600 100 200");
  expect(anna.says("rano")).toContain("- Kontakt: 600 100 200");
  const sent = anna.says("wyślij");
  expect(sent).toContain("Konsultant odezwie się w godzinach pracy.");
  expect(sent).toContain("Wracamy do sprawy: Dziura w jezdni.");
  expect(anna.filed).toMatchObject([{ kind: "leave_contact" }]);
  anna.says("duża");
  anna.says("nie wiem");
  anna.says("pomiń");
  anna.says("pomiń");
  expect(anna.says("wyślij")).toContain("zgłoszenie przyjęte");
  expect(anna.filed).toMatchObject([
    { kind: "leave_contact" },
    { request: { service: "pothole", place: "na Długiej 12" } },
  ]);
});

test("closed: when the desk opens, in words", () => {
  const anna = resident();
  anna.desk("closed");
  expect(anna.says("chcę z człowiekiem")).toContain("Najbliższy dyżur: jutro o 7:40.");
  expect(anna.says("zostaw kontakt")).toContain("O czym chcesz porozmawiać?");
});

test("everybody leaves while somebody waits: waiting is not the only way", () => {
  const anna = resident();
  anna.says("człowiek");
  anna.desk("nobody");
  expect(anna.says("halo, jest tam kto?")).toContain("Zostaw kontakt, a oddzwonimy");
  expect(anna.buttons()).toEqual(["Zostaw kontakt", "Wróć do asystenta"]);
  expect(anna.says("Zostaw kontakt")).toContain("O czym chcesz porozmawiać?");
  expect(anna.speaker()).toBe("bot");
});

test("back from the queue, the report goes on where it was", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says("połącz mnie z konsultantem")).toContain("Łączę Cię");
  const back = anna.says("wróć do asystenta");
  expect(back).toContain("Jesteś znów ze mną, automatycznym asystentem.");
  expect(back).toContain("Jak duża jest dziura?");
});

test("not understood: once in other words, then a person", () => {
  const anna = resident();
  expect(anna.says("brzdęk fiu bździu")).toContain("Nie zrozumiałem. Napisz to, proszę, innymi słowami");
  expect(anna.says("trelemorele ple ple")).toContain("Wciąż nie rozumiem, a nie chcę zgadywać. Łączę Cię");
});

test("none of these: once in other words, then a person", () => {
  const anna = resident();
  anna.says("parkowanie");
  expect(anna.decision()).toBe("offer");
  expect(anna.buttons().slice(-2)).toEqual(["Żadne z tych", "Chcę rozmawiać z człowiekiem"]);
  expect(anna.says("nie")).toContain("innymi słowami");
  anna.says("parkowanie");
  expect(anna.says("Żadne z tych")).toContain("Łączę Cię z konsultantem.");
});

test("buttons offered are different, few, and in people's words", () => {
  const anna = resident();
  for (const text of ["mieszkanie", "parkowanie", "samochód", "pies", "dokumenty dla dziecka"]) {
    anna.says(text);
    const titles = anna.buttons();
    expect(new Set(titles).size).toBe(titles.length);
    if (anna.decision() === "offer") expect(titles.length).toBeLessThanOrEqual(6);
    for (const title of titles) expect(title).toMatch(/^\p{L}.*[ \p{Ll})]/u);
    if (anna.speaker() !== "bot") break;
  }
});

test("an insult is answered calmly, with a person one button away", () => {
  const anna = resident();
  expect(anna.says("jesteś głupi")).toContain("Przykro mi, że to idzie źle.");
  expect(anna.buttons()).toEqual(["Chcę rozmawiać z człowiekiem"]);
  expect(anna.says("1")).toContain("Łączę Cię z konsultantem.");
});

test("a telephone number alone is for being called", () => {
  const anna = resident();
  anna.says("dziękuję");
  expect(anna.says("600 100 200")).toContain("O czym chcesz porozmawiać?");
  expect(anna.memory().dialog).toMatchObject({ dialog: "leave-contact", answers: { contact: "600100200" } });
});

test("after a consultant closed the conversation it starts afresh", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  anna.isLeftTo("closed");
  expect(anna.says("jak wymienić dowód osobisty")).toContain("Złóż wniosek osobiście");
  expect(anna.speaker()).toBe("bot");
  expect(anna.memory().dialog).toBeUndefined();
});
