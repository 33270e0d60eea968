import { join } from "node:path";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { route } from "../../../src/serviceRequests/route";
import { loadUnits } from "../../../src/serviceRequests/units";

const folder = join(__dirname, "../../../dialogs");
const services = new Map(loadServices(folder).map((service) => [service.code, service]));

function routed(code: string, answers: Record<string, string>): string {
  const service = services.get(code);
  if (!service) throw new Error(`no service ${code}`);
  return route(service, answers).unit;
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

test("whoever reads the request sees why it went there", () => {
  const label = { pl: "Sprawa", en: "Matter", uk: "Справа" };
  const other_units = [
    { unit: "hint", because: "tylko podpowiedź" },
    { unit: "both", when: { a: "1", b: "2" }, because: "jedno i drugie" },
    { unit: "one", when: { a: "1" }, because: "jedno" },
  ];
  const service = { unit: "own", other_units, label };
  expect(route(service, { a: "1", b: "2" })).toEqual({ unit: "both", because: "jedno i drugie" });
  expect(route(service, { a: "1", b: "3" })).toEqual({ unit: "one", because: "jedno" });
  expect(route(service, { a: "2" })).toEqual({ unit: "own", because: "zwykła jednostka dla rodzaju „Sprawa”" });
});

test("every unit has a name in each language and only a phone that is one", () => {
  for (const { name, phone, phone_24h } of loadUnits(folder).values()) {
    expect(new Set(Object.values(name)).size).toBeGreaterThan(1);
    for (const number of [phone, phone_24h]) if (number) expect(number).toMatch(/^[\d ]{3,12}$/);
  }
});
