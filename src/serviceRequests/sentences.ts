import type { Language } from "../conversation/language";
import type { Change, RequestEvent, State } from "./doors";
import { type Office, timingOf } from "./office";
import type { Service } from "./service";
import type { Unit } from "./units";

/** What sentences name: how editors call kinds of report and units, and what the office set. */
export type Names = {
  services: ReadonlyMap<string, Pick<Service, "label">>;
  units: ReadonlyMap<string, Pick<Unit, "name">>;
  office: Office;
};

/** `after`: the event that led to the state, where one is told of. */
type About = { service: string; state: State; unit: string; after?: RequestEvent["kind"] } & Pick<
  Change,
  "outside" | "into"
>;

/** The sentence residents read about a state: of those that fit, the one that says most exactly what it is about. */
export function sentenceFor(about: About, language: Language, { services, units, office }: Names): string {
  const values: Record<string, string> = {
    service: services.get(about.service)?.label[language] ?? about.service,
    unit: units.get(about.unit)?.name[language] ?? about.unit,
    owner: about.outside?.owner ?? "",
    contact: about.outside?.contact ?? "",
    into: about.into ?? "",
    days: days(timingOf(office, about.service).reopenDays, language),
  };
  const text = chosenFor(about, office)?.text[language] ?? "";
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/**
 * The same for everybody: which second matter was split off is for whoever reported both, for that one may be private.
 */
export function publicSentenceFor({ after, into, ...about }: About, language: Language, names: Names): string {
  const told = after === "split" ? about : { ...about, ...(after && { after }), ...(into && { into }) };
  return sentenceFor(told, language, names);
}

function chosenFor(about: About, { sentences: { sentences } }: Office) {
  const fits = sentences.filter(
    ({ state, service, after }) =>
      state === about.state && (!service || service === about.service) && (!after || after === about.after),
  );
  return (
    fits.find(({ service, after }) => service && after) ??
    fits.find(({ after }) => after) ??
    fits.find(({ service }) => service) ??
    fits[0]
  );
}

/** As it stands after "w ciągu", "within" and "протягом". */
function days(count: number, language: Language): string {
  if (language === "en") return count === 1 ? "1 day" : `${count} days`;
  if (language === "pl") return count === 1 ? "1 dnia" : `${count} dni`;
  return `${count} ${count % 10 === 1 && count % 100 !== 11 ? "дня" : "днів"}`;
}
