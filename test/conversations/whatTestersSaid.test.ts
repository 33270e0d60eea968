import { resident } from "./chat";
import { ID, mineIs, OTHER, reporter } from "./filed";

describe("what testers said: a report begins", () => {
  test.each([
    ["smieci w parku jordana", "litter"],
    ["śmieci w praku Jordana", "litter"],
    ["śmieci na plantach", "litter"],
    ["śmeici na plantach", "litter"],
    ["śmieci na Długiej 12", "litter"],
    ["dziura w chodniku ul prądnicka", "sidewalk"],
    ["dziura w chodnku ul pradnicka", "sidewalk"],
    ["gałąź zwisa nad chodnikiem trzeba obciąć", "greenery"],
    ["podrzucili mi opony pod płot", "illegal-dumping"],
    ["zastawili mi brame i nie wyjade do pracy", "illegal-parking"],
    ["lampa przed klatką mryga cało noc", "street-lamp"],
    ["knajpa pod oknem drze sie do trzeciej", "noise"],
    ["psie kupy na każdym kroku na Ruczaju", "dog-nuisance"],
    ["smieciarka znowu nas ominela", "waste-collection"],
    ["streetlight outside my window is broken", "street-lamp"],
    ["яма на тротуарі біля школи", "sidewalk"],
  ])("“%s”", (text, service) => {
    const anna = resident();
    anna.says(text);
    expect(anna.memory().dialog?.service).toBe(service);
  });

  test("with the street that was named taken", () => {
    expect(resident().says("dziura w chodniku ul prądnicka")).toContain("ul. Prądnicka");
  });

  test.each([
    "ktoś wyrzucił stare meble pod blokiem",
    "ktos wyrzucil stare meble pod blokiem",
    "ktoś wyrzucił stare mebel pod blokiem",
  ])("“%s” is no question about collecting one's own: the report is among the first", (text) => {
    const anna = resident();
    anna.says(text);
    const begun = anna.memory().dialog?.service === "illegal-dumping";
    expect(begun || anna.buttons()[0]?.includes("Dzikie wysypisko")).toBe(true);
  });
});

describe("what testers said: how their own report stands", () => {
  const asked = [
    "co sie dzieje z moja dziura",
    "co się dzieje z moją dziurą?",
    "kiedy naprawicie",
    "kiedy naprawcie?",
    "what about my report?",
  ];
  const alsoAsked = [
    "i co z ta moja latarnia",
    "zrobiliście już coś z tą dziurą?",
    "any update on my pothole",
    "що з моєю ямою",
    "kiedy wreszcie ktos przyjedzie",
    "na kiedy będzie załatane?",
    "długo jeszcze mam czekać na tę naprawę?",
    "jest już coś wiadomo?",
  ];

  test.each([...asked, ...alsoAsked])("“%s” tells it where one was filed", (text) => {
    const anna = reporter("in_progress");
    expect(anna.says(text)).toContain(ID);
    expect(anna.decision()).toBe("tell_status");
  });

  test.each(asked)("“%s” asks for the number where none was", (text) => {
    const anna = resident();
    expect(anna.says(text)).toMatch(/KR-2026-000123-7/);
    expect(anna.memory().dialog?.dialog).toBe("check-status");
  });

  test.each([
    ["jak wymienić dowód osobisty", "answer"],
    ["kiedy naprawicie latarnię na Długiej 12", /offer|start_dialog/],
    ["how do I renew my passport", "answer"],
    ["dziura w jezdni na Lea 20", "start_dialog"],
    ["kiedy jest otwarty urząd", /tell_hours|ask_which_office|answer|offer/],
  ])("“%s” is about something else", (text, decision) => {
    const anna = reporter("in_progress");
    anna.says(text);
    expect(anna.decision()).toMatch(decision);
  });

  test("in the language of a whole sentence, however short, also when it comes second", () => {
    const anna = reporter("in_progress");
    expect(anna.says("what about my report?")).toContain(`Report ${ID}`);
  });
});

describe("what testers said: something is to be done about it", () => {
  test.each([
    "please reopen it",
    "pls repoen it",
    "otworzcie to zgloszenie jeszcze raz",
    "proszę wznowić sprawę",
    "to wcale nie jest zrobione!",
    "nikt nic nie zrobil, dziura jest jak była",
    "its not fixed at all",
  ])("“%s” after “done” opens it again", (text) => {
    const anna = reporter("done");
    anna.says(text);
    expect(anna.decision()).toMatch(/ask_for_words|offer_act/);
    expect(anna.memory().acting).toMatchObject({ id: ID, act: "reopen" });
  });

  test.each([
    "to już nieaktualne, wycofajcie moje zgłoszenie",
    "chce zrezygnowac ze zgloszenia",
    "nieaktualne już, proszę skasować zgłoszenie",
    "please delete my report",
  ])("“%s” takes it back, once that is agreed to", (text) => {
    const anna = reporter("in_progress");
    anna.says(text);
    expect(anna.memory().acting).toMatchObject({ id: ID, act: "withdraw" });
    expect(anna.filed).toEqual([]);
  });

  test.each(["usuńcie tę dziurę na Długiej 12", "proszę usunąć wrak z parkingu"])("“%s” takes nothing back", (text) => {
    const anna = reporter("in_progress");
    anna.says(text);
    expect(anna.memory().acting).toBeUndefined();
  });

  test.each(["czy moge pogadac z kims normalnym", "dajcie kogoś żywego do rozmowy", "can I speak with somebody real"])(
    "“%s” still brings a person",
    (text) => {
      const anna = reporter("in_progress");
      anna.says(text);
      expect(anna.speaker()).toBe("waiting");
    },
  );
});

describe("what testers said: a photo without a word", () => {
  const added = (id: string) => [{ kind: "act_on_service_request", id, act: "add", words: "" }];

  test("beside an open report it is asked what it shows; added, it is there once", () => {
    const anna = reporter("in_progress");
    expect(anna.sendsPhoto()).toContain("Czy pokazuje coś, co jest już zgłoszone");
    expect(anna.buttons()).toEqual([`Dodaj do zgłoszenia: ${ID}`, "Nowe zgłoszenie"]);
    anna.sendsPhoto();
    expect(anna.says("1")).toContain(`Dodane do ${ID}`);
    expect(anna.filed).toMatchObject(added(ID));
    expect(anna.filed).toMatchObject([{ attachments: [{ name: "dziura.jpg" }, { name: "dziura.jpg" }] }]);
    expect(anna.memory().photos).toBeUndefined();
  });

  test("a new report begins with it", () => {
    const anna = reporter("in_progress");
    anna.sendsPhoto();
    expect(anna.says("Nowe zgłoszenie")).toContain("Co się stało?");
    expect(anna.memory().dialog?.attachments).toHaveLength(1);
    anna.says("dziura w jezdni");
    expect(anna.memory().dialog?.attachments).toHaveLength(1);
  });

  test("so does one that is described instead", () => {
    const anna = reporter("in_progress");
    anna.sendsPhoto();
    anna.says("nie świeci latarnia na Długiej 12");
    expect(anna.memory().dialog).toMatchObject({ service: "street-lamp", attachments: [{ name: "dziura.jpg" }] });
  });

  test("of several the one whose number is written gets it", () => {
    const anna = reporter("in_progress");
    anna.hasFiled([mineIs("in_progress"), mineIs("received", undefined, OTHER)]);
    anna.sendsPhoto();
    expect(anna.buttons()).toHaveLength(3);
    anna.says(`do ${OTHER}`);
    expect(anna.filed).toMatchObject(added(OTHER));
  });

  test("where all are closed it begins a report, as for everybody else", () => {
    const anna = reporter("done");
    anna.sendsPhoto();
    expect(anna.memory().dialog?.dialog).toBe("report-problem");
  });
});

test.each(["bardzo duża", "bardzo duza", "bardzo dużo"])(
  "what testers said: “%s” to a question is no thanks",
  (text) => {
    for (const talk of [["dziura w jezdni"], ["dziura w jezdni na Długiej 12", "duża"], ["chcę zgłosić problem"]]) {
      const anna = resident();
      for (const said of talk) anna.says(said);
      expect(anna.says(text)).not.toContain("Proszę bardzo");
    }
  },
);

describe("what testers said: short words raise no alarm", () => {
  test("who wants a person gets one, and no number to call for help", () => {
    const anna = resident();
    expect(anna.says("chcę człowieka")).not.toContain("112");
    expect(anna.speaker()).toBe("waiting");
  });

  test.each(["dziś", "dzis wieczorem", "jutro"])("“%s” says when, but not what: it is asked about", (text) => {
    expect(resident().says(text)).not.toMatch(/112|116 111/);
  });

  test("“dziś już działa” is good news", () => {
    expect(resident().says("dziś już działa")).not.toMatch(/112|116 111/);
  });

  test("but “dziś to zrobię” is not let pass", () => {
    expect(resident().says("dziś to zrobię")).toMatch(/112|116 123/);
  });
});
