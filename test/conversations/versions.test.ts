import { Memory } from "../../src/conversation/conversation";
import type { Dialog } from "../../src/dialogs/dialog";
import type { Service } from "../../src/serviceRequests/service";
import { realParts } from "../learnt";
import { withDialog, withServices } from "./changed";
import { NUMBER, type Resident, resident } from "./chat";

const VERSION = realParts().content.services.get("pothole")?.version;

/** The question about the way around comes first, the one about the size asks something else, and a new file it is. */
const rewritten = (service: Service): Service => ({
  ...service,
  version: "rewritten",
  questions: service.questions.toReversed().map((question) => {
    return question.slot === "size"
      ? { ...question, ask: { ...question.ask, pl: "Ile centymetrów ma dziura?" } }
      : question;
  }),
});
const withoutSize = (service: Service): Service => ({
  ...service,
  version: "shorter",
  questions: service.questions.filter(({ slot }) => slot !== "size"),
});

/** With the fields of every object the other way round. */
function reordered<T>(made: T): T {
  return JSON.parse(
    JSON.stringify(made, (_, value: unknown) =>
      isRecord(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value,
    ),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function finishes(anna: Resident): string {
  anna.says("nie wiem");
  anna.says("pomiń");
  anna.says("pomiń");
  return anna.says("wyślij");
}

describe("a report in the middle of which editors publish other questions", () => {
  test("goes on with the old ones and is filed under their version; the next one has the new ones", () => {
    const anna = resident();
    expect(anna.says("dziura w jezdni na Długiej 12")).toContain("Jak duża jest dziura?");
    anna.contentChanges(withServices("pothole", rewritten));
    expect(anna.says("co?")).toContain("Jak duża jest dziura?");
    expect(anna.says("duża")).toContain("Czy da się ją bezpiecznie ominąć?");
    expect(finishes(anna)).toContain(NUMBER);
    expect(anna.filed).toMatchObject([{ request: { serviceVersion: VERSION, answers: { size: "big" } } }]);

    expect(anna.says("dziura w jezdni na Krótkiej 5")).toContain("Czy da się ją bezpiecznie ominąć?");
    expect(anna.says("da się")).toContain("Ile centymetrów ma dziura?");
    finishes(anna);
    expect(anna.filed[1]).toMatchObject({
      request: { serviceVersion: "rewritten", answers: { avoidable: "can_avoid" } },
    });
  });

  test("keeps a question that was removed, also for whoever changes that answer before sending", () => {
    const anna = resident();
    anna.says("dziura w jezdni na Długiej 12");
    anna.contentChanges(withServices("pothole", withoutSize));
    anna.says("duża");
    anna.says("nie wiem");
    anna.says("pomiń");
    expect(anna.says("pomiń")).toContain("- Wielkość: Większa albo głęboka");
    expect(anna.says("zmień wielkość")).toContain("Jak duża jest dziura?");
    expect(anna.says("mała")).toContain("- Wielkość: Jak dłoń");
    anna.says("wyślij");
    expect(anna.filed).toMatchObject([{ request: { serviceVersion: VERSION, answers: { size: "small" } } }]);
  });

  test("is filed even when that kind of report is gone", () => {
    const anna = resident();
    anna.says("dziura w jezdni na Długiej 12");
    anna.contentChanges(withServices("pothole", () => undefined));
    expect(anna.says("duża")).toContain("Czy da się ją bezpiecznie ominąć?");
    expect(finishes(anna)).toContain(NUMBER);
    expect(anna.filed).toMatchObject([{ request: { service: "pothole", unit: "zdmk", serviceVersion: VERSION } }]);
    anna.says("dziura w jezdni na Krótkiej 5");
    expect(anna.memory().dialog?.service).not.toBe("pothole");
  });

  test("goes on after several changes with what it was begun with, not with any between", () => {
    const anna = resident();
    anna.says("dziura w jezdni na Długiej 12");
    anna.contentChanges(withServices("pothole", rewritten));
    anna.says("dlaczego pytacie?");
    anna.contentChanges(withServices("pothole", withoutSize));
    expect(anna.says("co?")).toContain("Jak duża jest dziura?");
    anna.says("duża");
    finishes(anna);
    expect(anna.filed).toMatchObject([{ request: { serviceVersion: VERSION } }]);
  });

  test("comes back as it was after another errand that was set before it", () => {
    const anna = resident();
    anna.says("dziura w jezdni na Długiej 12");
    anna.says("Sprawdź zgłoszenie");
    anna.contentChanges(withServices("pothole", rewritten));
    expect(anna.says("anuluj")).toContain("Jak duża jest dziura?");
    anna.contentChanges(withServices("pothole", () => undefined));
    expect(anna.says("duża")).toContain("Czy da się ją bezpiecznie ominąć?");
    expect(finishes(anna)).toContain(NUMBER);
  });

  test("comes back as it was from a consultant who had taken it, and is named to them in the summary", () => {
    const anna = resident();
    anna.says("dziura w jezdni na Długiej 12");
    anna.says("duża");
    anna.contentChanges(withServices("pothole", withoutSize));
    anna.says("człowiek");
    expect(anna.memory().handoff?.summary).toContain("Wielkość: Większa albo głęboka");
    expect(anna.says("wróć do asystenta")).toContain("Czy da się ją bezpiecznie ominąć?");
  });
});

describe("a dialog that editors change while it goes on", () => {
  const shorter = (dialog: Dialog): Dialog => ({
    ...dialog,
    steps: dialog.steps.filter((step) => !("slot" in step) || step.slot !== "photo"),
  });

  test("keeps its steps; one begun afterwards has the new ones", () => {
    const anna = resident();
    anna.says("dziura w jezdni na Długiej 12");
    anna.contentChanges(withDialog("report-problem", shorter));
    anna.says("duża");
    expect(anna.says("nie wiem")).toContain("Masz zdjęcie?");
    const piotr = resident();
    piotr.contentChanges(withDialog("report-problem", shorter));
    piotr.says("dziura w jezdni na Długiej 12");
    piotr.says("duża");
    expect(piotr.says("nie wiem")).not.toContain("Masz zdjęcie?");
  });

  test("goes on when it was removed", () => {
    const anna = resident();
    anna.says("zostaw kontakt");
    anna.contentChanges(withDialog("leave-contact", () => undefined));
    expect(anna.says("w sprawie dziury")).toContain("Jaki numer telefonu");
  });

  test("changes nothing for whoever only gets more examples of how residents say it", () => {
    const anna = resident();
    anna.says("zostaw kontakt");
    const before = anna.memory().dialog?.kept?.dialog.version;
    anna.contentChanges(withDialog("leave-contact", (dialog) => ({ ...dialog, keywords: ["oddzwoń"] })));
    anna.says("w sprawie dziury");
    expect(anna.memory().dialog?.kept?.dialog.version).toBe(before);
  });
});

describe("what is remembered of it", () => {
  const begun = () => {
    const anna = resident();
    anna.says("dziura w jezdni na Długiej 12");
    return anna;
  };

  test("a conversation from before anything was kept goes on with the content of today, or is told that it changed", () => {
    const anna = begun();
    anna.remembersOf({ kept: undefined });
    anna.contentChanges(withServices("pothole", rewritten));
    expect(anna.says("co?")).toContain("Ile centymetrów ma dziura?");
    anna.remembersOf({ kept: undefined });
    anna.contentChanges(withServices("pothole", () => undefined));
    expect(anna.says("pomiń")).toContain("Te pytania się zmieniły, zacznijmy od nowa.");
  });

  test("what cannot be read of it falls back to the content of today", () => {
    const { dialog } = begun().memory();
    const damaged = { version: "other", made: { id: 7 } };
    const read = (kept: unknown) => Memory.parse({ ...begun().memory(), dialog: { ...dialog, kept } }).dialog?.kept;
    expect(read({ dialog: damaged, service: damaged })).toBeDefined();
    expect(read("nothing of the kind")).toBeUndefined();
    const anna = begun();
    anna.remembersOf({ kept: { dialog: damaged, service: damaged } });
    expect(anna.says("duża")).toContain("Czy da się ją bezpiecznie ominąć?");
  });

  test("it is the same for a database that keeps fields in another order", () => {
    const anna = begun();
    const { kept } = anna.memory().dialog ?? {};
    anna.remembersOf({ kept: reordered(kept) });
    anna.contentChanges(withServices("pothole", () => undefined));
    anna.contentChanges(withDialog("report-problem", () => undefined));
    expect(anna.says("duża")).toContain("Czy da się ją bezpiecznie ominąć?");
    const { dialog, service } = anna.memory().dialog?.kept ?? {};
    expect([dialog?.version, service?.version]).toEqual([kept?.dialog.version, kept?.service?.version]);
    expect(finishes(anna)).toContain(NUMBER);
  });

  test("it is far smaller than the files, because nothing is kept for learning or of samples", () => {
    const { kept } = begun().memory().dialog ?? {};
    expect(JSON.stringify(kept).length).toBeLessThan(20_000);
    expect(JSON.stringify(kept)).not.toContain("examples");
  });
});
