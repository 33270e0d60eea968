import type { DistrictNumeral, Place, Point } from "../conversation/place";
import type { Street } from "./atlas";
import { withKind } from "./kinds";
import type { Outside } from "./outside";
import type { SaidPlace } from "./parsePlace";
import { addressPoint, crossingPoint, middleOf } from "./positions";

/** A place that was found, its canonical name in `text`. */
export type Found = Place & {
  /** 0–1: how surely these words mean this place. */
  score: number;
  /** Whether it is on the list; false: only as the resident called it. */
  known: boolean;
  detail?: string;
  outside?: Outside;
};

/** A bare point as a place. */
export function ofPoint(point: Point): Found {
  const text = `${point.lat.toFixed(5)}, ${point.long.toFixed(5)}`;
  return { text, point, source: "text", known: true, score: 1 };
}

/** The candidates for what was said; whether they lie in the city is for others to say. */
export function foundOf(said: SaidPlace, text: string): Found[] {
  const { score } = said;
  if (said.kind === "coordinates") return [ofPoint(said.point)];
  if (said.kind === "outside")
    return [{ text: text.trim(), source: "text", known: true, score, outside: said.outside }];
  if (said.kind === "crossing") return [crossingFound(said.streets, score)];
  if (said.kind === "address") return streetsFound(said.street, score, said.number);
  if (said.kind === "street") return streetsFound(said.street, score);
  if (said.kind === "area") {
    return [{ text: said.area.name, district: said.area.district, source: "text", known: true, score }];
  }
  if (said.kind !== "stop") return [];
  const point = said.known?.point;
  const where = point === undefined ? {} : { point, accuracyMetres: 40 };
  return [{ text: `przystanek ${said.stop}`, source: "stop", known: said.known !== undefined, score, ...where }];
}

type SaidStreet = Extract<SaidPlace, { kind: "street" }>["street"];

function streetsFound(said: SaidStreet, score: number, number?: string): Found[] {
  const source = number === undefined ? ("street" as const) : ("address" as const);
  const tail = number === undefined ? "" : ` ${number}`;
  if ("unlisted" in said) return [{ text: `${said.unlisted}${tail}`, source, known: false, score }];
  return said.streets.map((street) => {
    const position = (number === undefined ? undefined : addressPoint(street, number)) ?? middleOf(street);
    return { text: `${nameOf(street)}${tail}`, source, known: true, score, ...districtField(street), ...position };
  });
}

function crossingFound([first, second]: [SaidStreet, SaidStreet], score: number): Found {
  const [a, b] = [firstOf(first), firstOf(second)];
  const names = [first, second].map((said) =>
    "unlisted" in said ? said.unlisted : said.streets.slice(0, 1).map(nameOf),
  );
  const text = `skrzyżowanie ${names.join(" / ")}`;
  const district = districtField(a?.district === undefined ? b : a);
  return { text, source: "crossing", known: !!a && !!b, score, ...district, ...(a && b ? crossingPoint(a, b) : {}) };
}

function firstOf(said: SaidStreet): Street | undefined {
  return "unlisted" in said ? undefined : said.streets[0];
}

function districtField(street: Street | undefined): { district?: DistrictNumeral } {
  return street?.district === undefined ? {} : { district: street.district };
}

/** "ul. Józefa Dietla" */
export function nameOf(street: Street): string {
  return withKind(street.kind, street.given === undefined ? street.name : `${street.given} ${street.name}`);
}

/** What to ask an address register for: "ul. Józefa Dietla 5"; undefined when no street was said. */
export function questionOf(said: SaidPlace): string | undefined {
  if (said.kind !== "address" && said.kind !== "street") return undefined;
  const [street] = "unlisted" in said.street ? [said.street.unlisted] : said.street.streets.map(bareName);
  return said.kind === "address" ? `${street} ${said.number}` : street;
}

/** As the register writes it: "Józefa Dietla", "osiedle Zgody". */
function bareName(street: Street): string {
  return nameOf(street)
    .replace(/^ul\. /, "")
    .replace(/^os\. /, "osiedle ")
    .replace(/^al\. /, "aleja ")
    .replace(/^pl\. /, "plac ");
}
