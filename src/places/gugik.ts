import { z } from "zod";
import { type Point, readPoint } from "../conversation/place";
import { type Found, questionOf } from "./found";
import type { Gazetteer } from "./gazetteer";
import type { Geocoder } from "./geocoder";
import { outsideNamed } from "./outside";
import { type Patience, patient } from "./patient";
import { readJson } from "./readJson";

/** Numbers come as text or as numbers; what a place has none of is null or left out. */
const Text = z.union([z.string(), z.number().transform(String)]).nullish();
const Coordinate = z.coerce.number();

const Result = z.object({
  city: Text,
  street: Text,
  number: Text,
  x: Coordinate,
  y: Coordinate,
  accuracy: z.coerce.number().optional().catch(undefined),
});
type Result = z.infer<typeof Result>;

/** Nothing found: `results` is null. */
const Answer = z.object({ results: z.record(z.string(), Result).nullish() });

/** How the service is reached. */
export type GugikSettings = Patience & {
  /** `https://services.gugik.gov.pl/uug/` or a stand-in. */
  url: string;
  /** Finds districts and says which point lies in the city; reads phrases, so that only an address leaves the house. */
  gazetteer: Gazetteer;
  timeLimitMs?: number;
  mostBytes?: number;
};

/** The national address service of GUGiK ("Uniwersalna Usługa Geokodowania"). Rejects when it gives no proper answer. */
export function gugik(settings: GugikSettings): Geocoder {
  const { gazetteer, timeLimitMs = 1500, mostBytes = 256_000 } = settings;
  const guarded = patient(settings);
  const ask = (query: Record<string, string>) =>
    guarded(async () => {
      const url = new URL(settings.url);
      for (const [name, value] of Object.entries({ ...query, srid: "4326" })) url.searchParams.set(name, value);
      return resultsOf(Answer.parse(await readJson(url, { timeLimitMs, mostBytes })));
    });
  return {
    async find(text) {
      const address = questionOf(gazetteer.parse(text));
      if (address === undefined) return [];
      const results = await ask({ request: "GetAddress", address: `Kraków, ${address}` });
      return results.flatMap((result) => foundOf(result, gazetteer));
    },
    async near(point) {
      const results = await ask({ request: "GetAddressReverse", location: `POINT(${point.long} ${point.lat})` });
      return results.flatMap((result) => foundOf(result, gazetteer)).at(0);
    },
  };
}

/** In the order of their keys: "1" is the best. */
function resultsOf({ results }: z.infer<typeof Answer>): Result[] {
  return Object.entries(results ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, result]) => result);
}

function foundOf(result: Result, gazetteer: Gazetteer): Found[] {
  const point = pointOf(result);
  if (!point) return [];
  const { city, street, number } = result;
  const name = [street ? withUl(street) : city, number].filter(Boolean).join(" ");
  if (name === "") return [];
  const inKrakow = city === undefined || city === null || city === "Kraków";
  const district = gazetteer.districtOf(point);
  return [
    {
      text: inKrakow ? name : `${city}, ${name}`,
      point,
      source: number ? "address" : "street",
      accuracyMetres: number ? 10 : 300,
      known: true,
      score: result.accuracy === undefined ? 0.9 : Math.max(0, Math.min(1, result.accuracy)),
      ...(district === undefined ? {} : { district }),
      ...(inKrakow && gazetteer.insideCity(point) ? {} : { outside: outsideNamed(city ?? undefined) }),
    },
  ];
}

/** The register writes "ulica Długa", "Długa" or "osiedle Zgody". */
function withUl(street: string): string {
  const short = street
    .replace(/^ulica /i, "ul. ")
    .replace(/^aleja /i, "al. ")
    .replace(/^plac /i, "pl. ")
    .replace(/^osiedle /i, "os. ");
  return /^(?:ul|al|pl|os)\. |^(?:rondo|rynek|mały rynek|bulwar|park|most|skwer) /i.test(short)
    ? short
    : `ul. ${short}`;
}

/** Which of x and y is the latitude depends on who serves the coordinate system; in this country they cannot be confused. */
function pointOf({ x, y }: Result): Point | undefined {
  return x > 45 && y < 30 ? readPoint(x, y) : readPoint(y, x);
}
