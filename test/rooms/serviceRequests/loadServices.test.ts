import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContentError } from "../../../src/content/mistakes";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { serviceExamples } from "../../../src/serviceRequests/serviceExamples";

const repository = join(__dirname, "../../../dialogs");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "services-"));
  cpSync(repository, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function change(code: string, from: string, to: string): void {
  const path = join(folder, "services", `${code}.yaml`);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

function mistakes(): string[] {
  try {
    loadServices(folder);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.mistakes.map(({ file, field, message }) => `${file.split("/").at(-1)} ${field}: ${message}`);
  }
  return [];
}

test.each([
  ["bus-stop", "unit: ztp", "unit: zpt", "bus-stop.yaml unit: nie ma jednostki zpt"],
  ["bus-stop", "code: bus-stop", "code: busstop", "bus-stop.yaml code: kod musi być taki jak nazwa pliku"],
  ["bus-stop", "{unit: mpo,", "{unit: mop,", "bus-stop.yaml other_units[0].unit: nie ma jednostki mop"],
  [
    "drain-flood",
    "water: sewage",
    "water: sewer",
    "drain-flood.yaml other_units[0].when.water: nie ma pytania water z odpowiedzią sewer",
  ],
  ["noise", "always: true", "always: false", "noise.yaml urgent.always: sprawa na już zawsze zaczyna się od telefonu"],
  ["formal-complaint", "explain:", "explane:", "formal-complaint.yaml explane: nie ma takiego pola"],
  ["pothole", "slot: avoidable", "slot: size", "pothole.yaml questions[1].slot: to pytanie już jest wyżej"],
  ["pothole", "kind: report", "kind: redirect", "pothole.yaml explain: ten rodzaj wymaga wyjaśnienia"],
])("in %s „%s” → „%s” is a mistake that names its field", (code, from, to, expected) => {
  change(code, from, to);
  expect(mistakes()).toContain(expected);
});

test("a mistake tells its line", () => {
  change("bus-stop", "unit: ztp", "unit: zpt");
  const line = readFileSync(join(folder, "services/bus-stop.yaml"), "utf8").split("\n").indexOf("unit: zpt") + 1;
  expect(() => loadServices(folder)).toThrow(`services/bus-stop.yaml:${line} unit: nie ma jednostki zpt`);
});

test("a sentence cannot teach two kinds of report", () => {
  const [sentence] = loadServices(folder).find(({ code }) => code === "pothole")?.examples.pl ?? [];
  change("bus-stop", "examples:\n  pl:\n", `examples:\n  pl:\n    - ${sentence?.toUpperCase()}\n`);
  expect(mistakes()).toEqual([
    expect.stringMatching(/^pothole\.yaml examples\.pl\[0\]: ten przykład jest już w .*bus-stop\.yaml$/),
  ]);
});

test("the version of a service changes with its file and with nothing else", () => {
  const versions = () => new Map(loadServices(folder).map(({ code, version }) => [code, version]));
  const before = versions();
  expect(versions()).toEqual(before);
  change("pothole", "Jak duża jest dziura?", "Jak wielka jest dziura?");
  const changed = [...versions()].filter(([code, version]) => before.get(code) !== version).map(([code]) => code);
  expect(changed).toEqual(["pothole"]);
});

test("all kinds of report load, each with words to be recognised by", () => {
  const services = loadServices(repository);
  expect(services).toHaveLength(readdirSync(join(repository, "services")).length);
  expect(services.length).toBeGreaterThanOrEqual(38);
  const taught = serviceExamples(services);
  for (const { code } of services) {
    expect(taught.filter(({ intent, weight = 1 }) => intent.id === code && weight === 1).length).toBeGreaterThan(30);
  }
});
