import { states } from "./lifeCycle";
import { canBeAnswered } from "./loadServices";
import { type OfficeSettings, placeholders, type RoutingRule, type Sentence } from "./office";
import type { ServiceFile } from "./service";

/** Something an editor has to correct: where in the setting, and what. */
export type OfficeMistake = { path: PropertyKey[]; message: string };

type Service = Pick<ServiceFile, "questions">;
/** What settings may name. */
export type Known = { services: ReadonlyMap<string, Service>; units: ReadonlyMap<string, unknown> };

const districts = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII".split(" ");

/** What is wrong in settings beyond their form: names nobody has, states nobody tells of, the same said twice. */
export const officeMistakes: {
  [Name in keyof OfficeSettings]: (value: OfficeSettings[Name], known: Known) => OfficeMistake[];
} = {
  routing: ({ rules }, known) =>
    rules.flatMap((rule, n) => [
      ...(rules.findIndex(({ id }) => id === rule.id) === n
        ? []
        : [{ path: ["rules", n, "id"], message: `reguła „${rule.id}” jest już wyżej` }]),
      ...inRule(rule, known).map(({ path, message }) => ({ path: ["rules", n, ...path], message })),
    ]),

  ways: ({ units }, known) =>
    Object.keys(units)
      .filter((unit) => !known.units.has(unit))
      .map((unit) => ({ path: ["units", unit], message: `nie ma jednostki ${unit}` })),

  sentences: ({ sentences }, known) => [
    ...states
      .filter((state) => !sentences.some((one) => one.state === state && !one.service && !one.after))
      .map((state) => ({ path: ["sentences"], message: `brakuje zwykłego zdania o stanie ${state}` })),
    ...sentences.flatMap((sentence, n) => [
      ...(sentences.findIndex((one) => sameCase(one, sentence)) === n
        ? []
        : [{ path: ["sentences", n, "state"], message: "zdanie o tym stanie jest już wyżej" }]),
      ...inSentence(sentence, known).map(({ path, message }) => ({ path: ["sentences", n, ...path], message })),
    ]),
  ],

  timings: ({ services }, known) =>
    Object.keys(services).flatMap((service) => unknownService(service, known, ["services", service])),

  // What editors have removed since harms nobody.
  topics: () => [],
};

function inRule({ service, districts: among, when, unit }: RoutingRule, known: Known): OfficeMistake[] {
  const asking = known.services.get(service);
  return [
    ...unknownService(service, known, ["service"]),
    ...(known.units.has(unit) ? [] : [{ path: ["unit"], message: `nie ma jednostki ${unit}` }]),
    ...among.flatMap((district, n) =>
      districts.includes(district) ? [] : [{ path: ["districts", n], message: `nie ma dzielnicy ${district}` }],
    ),
    ...Object.entries(when)
      .filter(([slot, answer]) => asking && !canBeAnswered(asking, slot, answer))
      .map(([slot, answer]) => ({ path: ["when", slot], message: `nie ma pytania ${slot} z odpowiedzią ${answer}` })),
  ];
}

function inSentence({ service, text }: Sentence, known: Known): OfficeMistake[] {
  const names = new Set<string>(placeholders);
  return [
    ...(service === undefined ? [] : unknownService(service, known, ["service"])),
    ...Object.entries(text).flatMap(([language, words]) =>
      [...words.matchAll(/\{([^}]*)\}/g)]
        .filter(([, name = ""]) => !names.has(name))
        .map(([shown]) => ({
          path: ["text", language],
          message: `nie ma znacznika ${shown}; są: ${placeholders.map((name) => `{${name}}`).join(", ")}`,
        })),
    ),
  ];
}

function sameCase(one: Sentence, other: Sentence): boolean {
  return one.state === other.state && one.service === other.service && one.after === other.after;
}

function unknownService(service: string, known: Known, path: PropertyKey[]): OfficeMistake[] {
  return known.services.has(service) ? [] : [{ path, message: `nie ma rodzaju zgłoszenia ${service}` }];
}
