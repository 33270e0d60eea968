import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officeMistakes } from "../../../src/serviceRequests/checkOffice";
import { openStates, states } from "../../../src/serviceRequests/lifeCycle";
import { openOffice } from "../../../src/serviceRequests/liveOffice";
import { fixedOffice, loadOffice } from "../../../src/serviceRequests/loadOffice";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { Routing, timingOf, Ways } from "../../../src/serviceRequests/office";
import { publicSentenceFor, sentenceFor } from "../../../src/serviceRequests/sentences";
import { loadUnits } from "../../../src/serviceRequests/units";
import { openMemoryBus } from "../../../src/storage/memoryBus";

const dialogs = join(__dirname, "../../../dialogs");
const services = new Map(loadServices(dialogs).map((service) => [service.code, service]));
const units = loadUnits(dialogs);
const known = { services, units };
const ours = loadOffice(dialogs, known);
const names = { services, units, office: fixedOffice(ours) };
const languages = ["pl", "en", "uk"] as const;

describe("the sentences of this repository", () => {
  const { sentences } = ours.sentences;
  test("leave nothing to be filled in, for any kind of report in any state and language", () => {
    const outside = { owner: "Tauron Dystrybucja", contact: "991" };
    for (const service of services.keys())
      for (const state of states)
        for (const language of languages) {
          const text = sentenceFor(
            { service, state, unit: "zdmk", outside, into: "KR-2026-000123-7" },
            language,
            names,
          );
          expect(text).not.toMatch(/[{}]|undefined/);
          expect(text).toMatch(/^\p{Lu}.{40,400}[.!?]$/u);
        }
  });

  test.each(sentences.map((one) => [`${one.state} ${one.service ?? ""} ${one.after ?? ""}`, one] as const))(
    "%s says the same in every language",
    (_, { text }) => {
      const marks = languages.map((language) => [...text[language].matchAll(/\{\w+\}/g)].map(String).sort());
      expect(marks).toEqual([marks[0], marks[0], marks[0]]);
      expect(text.uk).toMatch(/\p{Script=Cyrillic}/u);
      expect(`${text.pl}${text.en}`).not.toMatch(/\p{Script=Cyrillic}/u);
      // Everybody may read them: nobody is spoken to, and no name is put where it would have to be declined.
      expect(text.pl).not.toMatch(/\p{L}+(?:łem|łam|łeś|łaś)(?!\p{L})|(?<!\p{L})Pan[iu]?(?!\p{L})/u);
      expect(text.pl).not.toMatch(/(?<!w ciągu )\{days\}|[^:(i] \{(?:unit|owner|contact)\}/);
    },
  );

  test("have words of their own for the kinds people report most", () => {
    const own = new Set(sentences.flatMap(({ service, state }) => (service && state === "done" ? [service] : [])));
    expect(own.size).toBeGreaterThanOrEqual(12);
  });

  test("name the unit, the owner, the other matter and the days there are", () => {
    const told = (about: object, language: (typeof languages)[number] = "pl") =>
      sentenceFor({ service: "noise", state: "received", unit: "sm", ...about }, language, names);
    expect(told({})).toContain("zajmuje się: Straż Miejska Miasta Krakowa.");
    expect(told({ after: "reopen" })).toContain("znowu otwarte");
    expect(told({ after: "filed" })).toBe(told({}));
    expect(told({ state: "duplicate", into: "KR-2026-000123-7" })).toContain("pod numerem KR-2026-000123-7");
    for (const state of openStates)
      for (const language of languages)
        expect(told({ state, after: "split", into: "KR-2026-000123-7" }, language)).toMatch(
          /KR-2026-000123-7\. \p{Lu}/u,
        );
    // The second matter may be private: its number is for whoever reported it.
    const split = {
      service: "noise",
      state: "forwarded",
      unit: "sm",
      after: "split",
      into: "KR-2026-000123-7",
    } as const;
    expect(publicSentenceFor(split, "en", names)).toBe(told({ state: "forwarded" }, "en"));
    const outside = { owner: "Tauron Dystrybucja", contact: "991" };
    expect(told({ state: "forwarded_outside", outside })).toContain("się nią: Tauron Dystrybucja. Kontakt: 991.");
    expect(languages.map((language) => told({ state: "done" }, language).match(/\d+ \p{L}+/u)?.[0])).toEqual([
      "14 dni",
      "14 days",
      "14 днів",
    ]);
    expect(told({ state: "done", service: "drain-flood" })).toContain("w ciągu 30 dni");
  });
});

test("times are the kind's own where it has them, else the usual ones", () => {
  expect(timingOf(ours, "noise")).toEqual(ours.timings.usual);
  expect(timingOf(ours, "drain-flood")).toEqual({ ...ours.timings.usual, reopenDays: 30, askFixedDays: 14 });
});

describe("mistakes in editors' files", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hejnal-office-"));
    for (const name of ["_sentences.yaml", "_timings.yaml"]) copyFileSync(join(dialogs, name), join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ["_sentences.yaml", "service: pothole", "service: pot-hole", "nie ma rodzaju zgłoszenia pot-hole"],
    ["_sentences.yaml", "się: {unit}", "się: {jednostka}", "nie ma znacznika {jednostka}; są: {service}, {unit}"],
    [
      "_sentences.yaml",
      "state: received\n    after: unmerge",
      "state: received\n    after: bounce",
      "zdanie o tym stanie jest już wyżej",
    ],
    ["_timings.yaml", "  snow-ice:", "  snow:", "nie ma rodzaju zgłoszenia snow"],
    ["_timings.yaml", "askFixedDays: 7}", "askFixedDays: 0}", "usual.askFixedDays"],
  ])("in %s „%s” → „%s” names its line", (file, from, to, expected) => {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    const line = text.slice(0, text.indexOf(from)).split("\n").length;
    expect(() => loadOffice(folder, known)).toThrow(expected);
    expect(() => loadOffice(folder, known)).toThrow(`${file}:${line} `);
  });

  test("a state without its usual sentence is one", () => {
    const rest = ours.sentences.sentences.filter(({ state }) => state !== "withdrawn");
    expect(officeMistakes.sentences({ sentences: rest }, known)).toEqual([
      { path: ["sentences"], message: "brakuje zwykłego zdania o stanie withdrawn" },
    ]);
  });
});

test("rules and ways that name what is not there are mistakes", () => {
  const rule = { id: "a", service: "pothole", unit: "zdmk", because: "bo tak" };
  const wrong = { ...rule, service: "hole", unit: "zpt", districts: ["XX"], when: { size: "big" } };
  const unasked = { ...rule, id: "b", when: { colour: "red" } };
  const said = officeMistakes.routing(Routing.parse({ rules: [rule, wrong, unasked] }), known);
  expect(said.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
    "rules.1.id: reguła „a” jest już wyżej",
    "rules.1.service: nie ma rodzaju zgłoszenia hole",
    "rules.1.unit: nie ma jednostki zpt",
    "rules.1.districts.0: nie ma dzielnicy XX",
    "rules.2.when.colour: nie ma pytania colour z odpowiedzią red",
  ]);
  expect(officeMistakes.routing(Routing.parse({ rules: [{ ...rule, when: { size: "big" } }] }), known)).toEqual([]);
  const ways = Ways.parse({ units: { zdmk: [{ kind: "email", to: ["drogi@unit.example"] }], zpt: [] } });
  expect(officeMistakes.ways(ways, known)).toEqual([{ path: ["units", "zpt"], message: "nie ma jednostki zpt" }]);
});

describe("the live office", () => {
  type Stored = { name: "routing" | "ways" | "sentences" | "timings"; version: number; value: unknown }[];
  const timings = { usual: { dueDays: 3, reopenDays: 3, askFixedDays: 3 }, services: {} };

  async function opened(stored: Stored) {
    const complaints: string[] = [];
    const complain = (event: string) => void complaints.push(event);
    const bus = openMemoryBus();
    const source = { stored, broken: false };
    const parts = {
      store: {
        async current() {
          if (source.broken) throw new Error("gone");
          return source.stored;
        },
      },
      durations: async (since: Date) => [
        { service: "pothole", unit: "zdmk", fromDays: 2, toDays: since.getUTCFullYear() - 2019, count: 12 },
      ],
      defaults: () => ours,
      bus,
      log: { info() {}, warn: complain, error: complain },
      now: () => new Date("2026-03-02T12:00:00.000Z"),
    };
    const [here, there] = [await openOffice(parts), await openOffice(parts)];
    const close = () => [here, there].map((office) => office.close());
    return { here, there, source, complaints, close };
  }

  test("is what the console set, else what editors wrote, with what past matters took", async () => {
    const { here, complaints, close } = await opened([
      { name: "timings", version: 4, value: timings },
      { name: "ways", version: 1, value: { units: { zdmk: [{ kind: "pigeon" }] } } },
    ]);
    const office = here.current();
    expect(office).toMatchObject({ timings, ways: ours.ways, sentences: ours.sentences });
    expect(office.expected("pothole", "zdmk")).toEqual({ fromDays: 2, toDays: 6 });
    expect(office.expected("pothole", "mpo")).toBeUndefined();
    expect(complaints).toEqual(["office_setting_not_usable", "office_setting_not_usable"]);
    close();
  });

  test("hears of a change in every process, and keeps what it knew when the store does not answer", async () => {
    const { here, there, source, complaints, close } = await opened([]);
    expect(there.current().timings).toEqual(ours.timings);
    source.stored = [{ name: "timings", version: 1, value: timings }];
    await here.changed();
    expect(here.current().timings).toEqual(timings);
    await here.changed();
    expect(there.current().timings).toEqual(timings);
    source.broken = true;
    await here.changed();
    expect(here.current().timings).toEqual(timings);
    expect(complaints).toContain("office_not_read");
    close();
  });
});
