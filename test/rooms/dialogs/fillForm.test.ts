import type { DialogState } from "../../../src/conversation/conversation";
import type { Language } from "../../../src/conversation/language";
import { CONFIRM } from "../../../src/dialogs/dialogParts";
import { type Filled, fillForm } from "../../../src/dialogs/fillForm";
import { fieldsOf, formOf } from "../../../src/dialogs/serviceForm";
import { findEntities } from "../../../src/understanding/findEntities";
import { openChat, parts, placesIn, services } from "./chat";

type Answers = Record<string, string>;
const fill = (service: string, answers: Answers, language: Language = "pl", running?: DialogState): Filled =>
  fillForm(parts, { service, answers, language, running, entitiesIn: findEntities, placesIn });

const request = (filled: Filled) => {
  if (filled.kind !== "filled") throw new Error(JSON.stringify(filled));
  return filled.request;
};
const mistakes = (filled: Filled) =>
  filled.kind === "mistakes" ? filled.mistakes.map(({ slot, problem }) => `${slot}: ${problem}`) : filled.kind;

const running = (state: Partial<DialogState>): DialogState => {
  return { dialog: "report-problem", answers: {}, attachments: [], answered: [], missed: 0, ...state };
};
const photo = { id: "photo-1", name: "1.jpg", contentType: "image/jpeg", sizeBytes: 1000 };

const hole = {
  place: "ul. Długa 12",
  size: "big",
  avoidable: "can_avoid",
  description: "wielka wyrwa przy krawężniku",
  contact: "600 100 200",
};

describe("every kind of report", () => {
  const filed = services.filter(({ explain }) => !explain);
  const free = { place: "Rynek Główny 3", text: "od wczoraj obok wejścia", contact: "anna@przyklad.pl" };

  test.each(filed.map(({ code }) => code))("%s: the form files what the dialog files for the same answers", (code) => {
    const form = formOf(parts, code, "pl");
    if (!form) throw new Error(`no form for ${code}`);
    const said = fieldsOf(form).map(({ slot, expects, choices }) => {
      const [first] = choices;
      if (expects === "choice") return [slot, first?.title.pl ?? ""] as const;
      if (expects === "yes_no") return [slot, "tak"] as const;
      return [slot, expects === "place" ? free.place : expects === "contact" ? free.contact : free.text] as const;
    });
    const answers = Object.fromEntries(said);
    expect(request(fill(code, answers))).toEqual(filedByChat(code, answers));
  });

  /** The same errand question by question; photos are skipped. */
  function filedByChat(code: string, answers: Answers) {
    const chat = openChat(code === "idea" ? "idea" : "report-problem");
    chat.says("zgłoszenie", { service: code });
    while (chat.state().asked !== CONFIRM) {
      const asked = chat.state().asked ?? "";
      chat.says(asked === "photo" ? "pomiń" : asked === "file_anyway" ? "tak" : (answers[asked] ?? "brak odpowiedzi"));
    }
    const ended = chat.says("wyślij");
    return ended.kind === "finished" ? ended.result : ended.kind;
  }
});

describe("an answer", () => {
  test("is taken by the value of its button, by its title and by other words for it", () => {
    for (const size of ["big", "Większa albo głęboka", "ogromna"])
      expect(request(fill("pothole", { ...hole, size })).answers.size).toBe("big");
  });

  test("that is missing or not readable is named with what is needed, all of them at once", () => {
    const filled = fill("pothole", { ...hole, place: "tutaj", description: "", contact: "zadzwońcie" });
    expect(mistakes(filled)).toEqual(["place: not_understood", "description: missing", "contact: not_understood"]);
    expect(filled.kind === "mistakes" && filled.mistakes.at(-1)?.say).toContain("Nie widzę tu numeru telefonu");
  });

  test("may be left out where the dialog lets one skip it", () => {
    const { contact: _, ...without } = hole;
    expect(request(fill("pothole", without)).contact).toEqual({});
  });

  test("is told of in Polish, whatever the resident speaks", () => {
    const filled = fill("pothole", { ...hole, place: "" }, "en");
    expect(filled.kind === "mistakes" && filled.mistakes[0]?.say).toMatch(/^Bez tej odpowiedzi/);
  });

  test("with a phone in it gives it to the contact and keeps it nowhere else", () => {
    const told = { ...hole, contact: "", description: "wyrwa, proszę dzwonić 600 100 200" };
    const { description, contact } = request(fill("pothole", told));
    expect(description).toBe("wyrwa, proszę dzwonić …");
    expect(contact.phone?.replace(/\D/g, "")).toBe("600100200");
  });

  test("of a slot nobody asks for is not kept", () => {
    expect(request(fill("pothole", { ...hole, secret: "x" })).answers).toEqual({ size: "big", avoidable: "can_avoid" });
  });
});

describe("danger", () => {
  test("is told of when an answer shows it", () => {
    const urgentOne = parts.services
      .get("abandoned-car")
      ?.questions.flatMap(({ slot, choices }) =>
        choices.flatMap(({ value, urgent }) => (urgent ? [{ [slot]: value }] : [])),
      )[0];
    const form = formOf(parts, "abandoned-car", "pl");
    const said =
      form && Object.fromEntries(fieldsOf(form).map((one) => [one.slot, one.choices[0]?.value ?? "ul. Lea 5"]));
    const answers = { ...said, contact: "" };
    expect(fill("abandoned-car", { ...answers, ...urgentOne })).toMatchObject({
      kind: "filled",
      urgent: expect.any(String),
    });
  });

  test("is told of when the words do, and not without a reason", () => {
    expect(fill("pothole", hole)).not.toHaveProperty("urgent");
    const lamp = { place: "Lea 5", fault: "off", how_many: "one", description: "wystają gołe przewody" };
    const form = formOf(parts, "street-lamp", "pl");
    const rest = form && Object.fromEntries(fieldsOf(form).map((one) => [one.slot, one.choices[0]?.value ?? ""]));
    expect(fill("street-lamp", { ...rest, ...lamp, contact: "" })).toMatchObject({
      urgent: expect.stringContaining("991"),
    });
  });

  test("is always told of for what wants a phone call first; filling the form is the wish to file", () => {
    const said = formOf(parts, "noise", "en");
    expect(said && fieldsOf(said).map(({ slot }) => slot)).not.toContain("file_anyway");
    const answers =
      said && Object.fromEntries(fieldsOf(said).map((one) => [one.slot, one.choices[0]?.value ?? "ul. Lea 5"]));
    const filled = fill("noise", { ...answers, contact: "" }, "en");
    expect(filled).toMatchObject({ kind: "filled", urgent: parts.services.get("noise")?.urgent?.text.en });
  });
});

describe("what the resident has told the bot", () => {
  test("counts for the same kind of report, with its photos", () => {
    const state = running({ service: "pothole", answers: { place: "Krótką 5", size: "small" }, attachments: [photo] });
    const form = formOf(parts, "pothole", "pl", state);
    expect(form?.state.answers).toEqual({ place: "Krótką 5", size: "small" });
    const { place, attachments } = request(fill("pothole", { ...hole, place: "Krótką 5" }, "pl", state));
    expect({ place, attachments }).toEqual({ place: "Krótką 5", attachments: [photo] });
  });

  test("counts while the kind is not chosen yet, and not for another kind", () => {
    const answers = { description: "coś się popsuło" };
    expect(formOf(parts, "litter", "pl", running({ answers }))?.state.answers).toEqual(answers);
    expect(formOf(parts, "litter", "pl", running({ answers, service: "pothole" }))?.state.answers).toEqual({});
    expect(formOf(parts, "idea", "pl", running({ answers }))?.state.answers).toEqual({});
  });
});

test("what is explained is never filed, and an unknown kind is no form", () => {
  expect(fill("formal-complaint", {}, "en")).toEqual({
    kind: "explained",
    explain: parts.services.get("formal-complaint")?.explain?.en,
  });
  expect(fill("nie-ma", {})).toEqual({ kind: "no_such_service" });
});
