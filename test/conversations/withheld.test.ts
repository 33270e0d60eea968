import { withArticle, withTopicsOff } from "./changed";
import { resident } from "./chat";

const ID_CARD = "dowod-osobisty-wymiana";
const ASKS = "jak wymienić dowód osobisty";
const CONNECTS = "Łączę Cię z konsultantem.";

describe("an article that was not checked in time", () => {
  test("is told with a caution and a button for a person, whole and in parts", () => {
    const anna = resident();
    anna.contentChanges(withArticle(ID_CARD, { checkAgain: "2026-11-22" }));
    const answer = anna.says(ASKS);
    expect(answer).toContain("Złóż wniosek osobiście");
    expect(answer).toContain(
      "Te informacje mogą być nieaktualne – powinny były zostać sprawdzone do 22.11.2026. Potwierdź je pod numerem 12 616 55 55",
    );
    expect(anna.buttons()).toContain("Chcę rozmawiać z człowiekiem");
    expect(anna.says("a ile to kosztuje?")).toContain("mogą być nieaktualne");
    expect(anna.says("Chcę rozmawiać z człowiekiem")).toContain(CONNECTS);
  });

  test("is told as always on its last day, which is a day in Kraków", () => {
    const late = { now: "2026-11-22T22:59:00Z" };
    const anna = resident(late);
    anna.contentChanges(withArticle(ID_CARD, { checkAgain: "2026-11-22" }));
    expect(anna.says(ASKS)).not.toContain("nieaktualne");
    anna.passes(2);
    expect(anna.says(ASKS)).toContain("nieaktualne");
  });

  test("is told with the caution in the resident's language", () => {
    const olena = resident({ language: "uk" });
    olena.contentChanges(withArticle(ID_CARD, { checkAgain: "2026-11-22" }));
    expect(olena.says("як замінити посвідчення особи")).toContain("мали перевірити до 22.11.2026");
    const john = resident({ language: "en" });
    john.contentChanges(withArticle(ID_CARD, { checkAgain: "2026-11-22" }));
    john.says("how do I renew my identity card");
    expect(john.says("Renewing your identity card")).toContain("should have been checked by 22.11.2026");
  });

  test("brings a person where editors want that, and the queue knows about what", () => {
    const anna = resident();
    anna.contentChanges(withArticle(ID_CARD, { checkAgain: "2026-11-22", whenOverdue: "person" }));
    const said = anna.says(ASKS);
    expect(said).toContain(
      `Moje informacje w tej sprawie są właśnie sprawdzane, więc nie chcę ich podawać. ${CONNECTS}`,
    );
    expect(said).not.toContain("Złóż wniosek");
    expect(anna.because()).toBe("article_not_in_force");
    expect(anna.memory().handoff?.reason).toBe("not_answered");
    expect(anna.filed).toEqual([
      { kind: "enter_queue", waiting: { topic: { kind: "article", id: ID_CARD }, area: "dokumenty" } },
    ]);
  });

  test("with nobody at the desk a contact is left, and asking for a part of it helps nobody round that", () => {
    const anna = resident();
    anna.desk("nobody");
    anna.contentChanges(withArticle(ID_CARD, { checkAgain: "2026-11-22", whenOverdue: "person" }));
    expect(anna.says(ASKS)).toContain("sprawdzane");
    expect(anna.buttons()).toEqual(["Zostaw kontakt"]);
    expect(anna.says("a ile to kosztuje?")).toContain("sprawdzane");
    expect(anna.says("Zostaw kontakt")).toContain("O czym chcesz porozmawiać?");
  });
});

describe("an article that holds for some days only", () => {
  test("past them it is told with their end said first", () => {
    const anna = resident();
    anna.contentChanges(withArticle(ID_CARD, { validUntil: "2026-11-22" }));
    expect(anna.says(ASKS)).toMatch(/^Uwaga: to obowiązywało do 22\.11\.2026\.[\s\S]+Złóż wniosek osobiście/);
    expect(anna.buttons()).toContain("Chcę rozmawiać z człowiekiem");
  });

  test("past them it is not told where editors want a person", () => {
    const anna = resident();
    anna.contentChanges(withArticle(ID_CARD, { validUntil: "2026-11-22", whenOverdue: "person" }));
    expect(anna.says(ASKS)).toContain(CONNECTS);
  });

  test("before them it is not told, whatever editors want later", () => {
    const anna = resident();
    anna.contentChanges(withArticle(ID_CARD, { validFrom: "2026-11-24" }));
    expect(anna.says(ASKS)).toContain(`zacznie obowiązywać dopiero 24.11.2026. ${CONNECTS}`);
    anna.says("wróć do asystenta");
    anna.tomorrow();
    expect(anna.says(ASKS)).toContain("Złóż wniosek osobiście");
  });

  test("is still offered among others; pressing it leads to the same person", () => {
    const anna = resident();
    anna.contentChanges(withArticle("parkowanie-abonament-mieszkanca", { validFrom: "2027-01-01" }));
    anna.says("parkowanie");
    expect(anna.decision()).toBe("offer");
    expect(anna.says("Abonament postojowy mieszkańca")).toContain("zacznie obowiązywać dopiero 01.01.2027");
  });

  test("in the middle of a report the person comes, and the report is not lost", () => {
    const anna = resident();
    anna.contentChanges(withArticle(ID_CARD, { validFrom: "2027-01-01" }));
    anna.says("dziura w jezdni na Długiej 12");
    expect(anna.says("a jak wymienić dowód osobisty?")).toContain(CONNECTS);
    expect(anna.says("wróć do asystenta")).toContain("Jak duża jest dziura?");
  });

  test("whoever is in a crisis is always told where help is", () => {
    const anna = resident();
    const never = { validUntil: "2026-01-01", whenOverdue: "person" as const };
    anna.contentChanges(withArticle("interwencja-kryzysowa", never));
    const help = anna.says("gdzie jest ośrodek interwencji kryzysowej");
    expect(help).toContain("obowiązywało do 01.01.2026");
    expect(anna.speaker()).toBe("bot");
  });
});

describe("a topic that is switched off", () => {
  test("brings a person instead of the article; the record says why and what about", () => {
    const anna = resident();
    anna.contentChanges(withTopicsOff(`article:${ID_CARD}`));
    expect(anna.says(ASKS)).toBe(
      "W tej sprawie odpowie Ci konsultant. Łączę Cię z konsultantem. Jesteś 1. w kolejce. Jak długo to potrwa, jeszcze nie wiemy. Możesz pisać dalej – konsultant zobaczy całą rozmowę.\n[Wróć do asystenta]",
    );
    expect(anna.because()).toBe("topic_is_off");
    expect(anna.record()).toContain(`"about":{"kind":"article","id":"${ID_CARD}"}`);
    expect(anna.memory().handoff).toMatchObject({
      reason: "topic_off",
      summary: expect.stringContaining("Ostatni temat: Wymiana dowodu osobistego."),
    });
  });

  test("is answered again once it is on", () => {
    const anna = resident();
    anna.contentChanges(withTopicsOff(`article:${ID_CARD}`));
    anna.says(ASKS);
    anna.says("wróć do asystenta");
    anna.contentChanges(withTopicsOff());
    expect(anna.says(ASKS)).toContain("Złóż wniosek osobiście");
  });

  test("in English and in Ukrainian", () => {
    const john = resident({ language: "en" });
    john.contentChanges(withTopicsOff(`article:${ID_CARD}`));
    john.says("how do I renew my identity card");
    expect(john.says("Renewing your identity card")).toMatch(/^A consultant will answer you on this matter\./);
    const olena = resident({ language: "uk" });
    olena.contentChanges(withTopicsOff(`article:${ID_CARD}`));
    expect(olena.says("як замінити посвідчення особи")).toMatch(/^У цій справі вам відповість консультант\./);
  });

  test("a kind of report is not begun, whether it is clear at once", () => {
    const anna = resident();
    anna.contentChanges(withTopicsOff("service:pothole"));
    expect(anna.says("dziura w jezdni na Długiej 12")).toContain("W tej sprawie odpowie Ci konsultant.");
    expect(anna.filed).toMatchObject([{ waiting: { topic: { kind: "service", id: "pothole" } } }]);
  });

  test("or turns out to be it only in the dialog, which stays where it was", () => {
    const anna = resident();
    anna.contentChanges(withTopicsOff("service:pothole"));
    expect(anna.says("Zgłoś problem")).not.toContain("konsultant.");
    expect(anna.says("dziura w jezdni")).toContain("W tej sprawie odpowie Ci konsultant.");
    expect(anna.because()).toBe("topic_is_off");
    expect(anna.says("wróć do asystenta")).toContain("Jesteś znów ze mną");
    expect(anna.says("nie świeci latarnia")).toContain("latarni");
    expect(anna.speaker()).toBe("bot");
  });

  test("first whom to call, where the kind of report says that first", () => {
    const anna = resident();
    anna.contentChanges(withTopicsOff("service:pothole"));
    const said = anna.says("dziura w jezdni na Długiej 12, zapadła się jezdnia");
    expect(said).toMatch(/12 616 75 55[\s\S]+W tej sprawie odpowie Ci konsultant\./);
  });

  test("a report that was begun before is finished", () => {
    const anna = resident();
    anna.says("dziura w jezdni na Długiej 12");
    anna.contentChanges(withTopicsOff("service:pothole"));
    expect(anna.says("duża")).toContain("Czy da się ją bezpiecznie ominąć?");
  });

  test("a whole dialog, and a matter of others", () => {
    const anna = resident();
    anna.contentChanges(withTopicsOff("dialog:check-status", "outside:zus"));
    expect(anna.says("Sprawdź zgłoszenie")).toContain("W tej sprawie odpowie Ci konsultant.");
    const piotr = resident();
    expect(piotr.says("jak złożyć wniosek o emeryturę w ZUS")).toContain("ZUS");
    expect(piotr.decision()).toBe("point_outside");
    piotr.contentChanges(withTopicsOff("outside:zus"));
    expect(piotr.says("jak złożyć wniosek o emeryturę w ZUS")).toContain("W tej sprawie odpowie Ci konsultant.");
  });

  test("nothing keeps the bot from answering a call for help", () => {
    const anna = resident();
    anna.contentChanges(withTopicsOff("article:interwencja-kryzysowa", "service:hazard"));
    expect(anna.says("pali się u sąsiada, pomocy")).toContain("112");
    expect(anna.decision()).toBe("small_talk");
    expect(anna.says("gdzie jest ośrodek interwencji kryzysowej")).not.toContain("W tej sprawie odpowie");
  });
});
