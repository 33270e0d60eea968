import { join } from "node:path";
import { fixedOffice, loadOffice } from "../../../src/serviceRequests/loadOffice";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { newServiceRequest } from "../../../src/serviceRequests/newServiceRequest";
import { RoutingRule } from "../../../src/serviceRequests/office";
import { type Asked, route } from "../../../src/serviceRequests/route";
import { loadUnits } from "../../../src/serviceRequests/units";

const folder = join(__dirname, "../../../dialogs");
const services = new Map(loadServices(folder).map((service) => [service.code, service]));
const noRules = { routing: { rules: [] } };

function routed(code: string, answers: Record<string, string>): string {
  const service = services.get(code);
  if (!service) throw new Error(`no service ${code}`);
  return route({ service, answers, place: "Długa 12" }, noRules).unit;
}

test.each([
  ["drain-flood", { water: "rain" }, "kegw"],
  ["drain-flood", { water: "sewage" }, "wmk"],
  ["drain-flood", {}, "kegw"],
  ["greenery", { land: "private" }, "ws"],
  ["greenery", { land: "" }, "zzm"],
  ["illegal-dumping", { land: "private" }, "sm"],
  ["bus-stop", { matter: "dirt" }, "mpo"],
  ["pothole", { size: "big" }, "zdmk"],
])("%s with %p goes to %s", (code, answers, unit) => {
  expect(routed(code, answers)).toBe(unit);
});

const service = {
  code: "matter",
  unit: "own",
  other_units: [
    { unit: "hint", because: "tylko podpowiedź" },
    { unit: "both", when: { a: "1", b: "2" }, because: "jedno i drugie" },
    { unit: "one", when: { a: "1" }, because: "jedno" },
  ],
  label: { pl: "Sprawa", en: "Matter", uk: "Справа" },
};
const hint = { unit: "hint", because: "tylko podpowiedź" };
const both = { unit: "both", because: "jedno i drugie" };
const one = { unit: "one", because: "jedno" };
const usual = { unit: "own", because: "zwykła jednostka dla rodzaju „Sprawa”" };

test("whoever reads the request sees why it went there, and where else it could go", () => {
  const asked = (answers: Record<string, string>) => route({ service, answers, place: "" }, noRules);
  expect(asked({ a: "1", b: "2" })).toEqual({ ...both, sure: "answers", alternatives: [hint, one, usual] });
  expect(asked({ a: "1", b: "3" })).toEqual({ ...one, sure: "answers", alternatives: [hint, both, usual] });
  expect(asked({ a: "2" })).toEqual({ ...usual, sure: "usual", alternatives: [hint, both, one] });
});

describe("the office's rules", () => {
  const rule = (id: string, more: object) =>
    RoutingRule.parse({ id, service: "matter", unit: id, because: `bo ${id}`, ...more });
  const rules = [
    rule("elsewhere", { service: "other" }),
    rule("planty", { placeWords: ["plant*", "park jordana"] }),
    rule("nowa-huta", { districts: ["XVI", "XVIII"], when: { a: "1" } }),
    rule("own", { districts: ["I"] }),
    rule("everywhere", { when: { a: "9" } }),
  ];
  const asked = (more: Partial<Asked>) => route({ service, answers: {}, place: "", ...more }, { routing: { rules } });

  test.each([
    ["a word of the place", { place: "ławka na Plantach przy Barbakanie" }, "planty"],
    ["a word however it is typed", { place: "PLANTY" }, "planty"],
    ["words side by side", { place: "Park Jordana, wejście od Reymonta" }, "planty"],
    ["no words apart", { place: "park im. Jordana" }, "own (usual)"],
    ["no part of another word", { place: "ul. Implantowa" }, "own (usual)"],
    ["district and answer together", { district: "XVIII", answers: { a: "1" } }, "nowa-huta"],
    ["not the district alone", { district: "XVIII" }, "own (usual)"],
    ["not the answer alone: it names another unit", { district: "II", answers: { a: "1" } }, "one (answers)"],
    ["the first that fits", { district: "I", place: "Planty" }, "planty"],
    ["a rule goes before the answers", { district: "I", answers: { a: "1" } }, "own"],
  ])("fit by %s", (_, more, expected) => {
    const { unit, sure } = asked(more);
    expect(sure === "rule" ? unit : `${unit} (${sure})`).toBe(expected);
  });

  test("give their reason, and are alternatives where they do not fit, each unit once", () => {
    const { alternatives, ...chosen } = asked({ district: "I" });
    expect(chosen).toEqual({ unit: "own", because: "bo own", sure: "rule" });
    expect(alternatives.map(({ unit }) => unit)).toEqual(["planty", "nowa-huta", "everywhere", "hint", "both", "one"]);
  });
});

test("what is filed goes by the office's rules, with its sentence and its days, whatever else the dialog told", () => {
  const pothole = services.get("pothole");
  if (!pothole) throw new Error("no potholes");
  const units = loadUnits(folder);
  const rule = RoutingRule.parse({
    id: "a",
    service: "pothole",
    placeWords: ["plant*"],
    unit: "zzm",
    because: "to alejka",
  });
  const defaults = loadOffice(folder, { services, units });
  const names = { services, units, office: fixedOffice({ ...defaults, routing: { rules: [rule] } }) };
  const dialog = { kind: "file_service_request", service: "pothole", description: "dziura", place: "tu", answers: {} };
  const told = { ...dialog, address: "Planty", contact: {}, attachments: [] };
  const filed = newServiceRequest(pothole, told, { sameAs: "1", language: "uk", names });
  expect(filed).toMatchObject({ kind: "report", unit: "zzm", routedBecause: "to alejka", dueDays: 14, public: true });
  expect(filed).toMatchObject({ address: "Planty", serviceVersion: pothole.version, language: "uk", sameAs: "1" });
  expect(filed.sentence).toContain("zajmuje się: Zarząd Zieleni Miejskiej w Krakowie.");
});

test("every unit has a name in each language and only a phone that is one", () => {
  for (const { name, phone, phone_24h } of loadUnits(folder).values()) {
    expect(new Set(Object.values(name)).size).toBeGreaterThan(1);
    for (const number of [phone, phone_24h]) if (number) expect(number).toMatch(/^[\d ]{3,12}$/);
  }
});
