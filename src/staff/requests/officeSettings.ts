import { z } from "zod";
import { type Known, officeMistakes } from "../../serviceRequests/checkOffice";
import { type OfficeName, type OfficeSettings, officeSchemas, type UnitWay, Ways } from "../../serviceRequests/office";

/** Shown instead of a secret; sent back it means: as it was. */
const MASK = "••••";

const Name = z.enum(["routing", "ways", "sentences", "timings"]);
const schemas: { [N in OfficeName]: z.ZodType<OfficeSettings[N]> } = officeSchemas;

/** A setting's name; undefined for what is none. */
export const officeNameOf = (text: string | undefined): OfficeName | undefined => Name.safeParse(text).data;

/** The setting as it may be stored, or the fields that are wrong in it. */
export function readSetting<N extends OfficeName>(
  name: N,
  value: unknown,
  known: Known,
): { value: OfficeSettings[N] } | { fields: string[] } {
  const read = schemas[name].safeParse(value);
  if (!read.success) return { fields: read.error.issues.map(({ path }) => path.join(".")) };
  const mistakes = officeMistakes[name](read.data, known);
  return mistakes.length > 0
    ? { fields: mistakes.map(({ path }) => path.map(String).join(".")) }
    : { value: read.data };
}

/** The setting without secrets. */
export function masked(name: OfficeName, value: unknown): unknown {
  const ways = name === "ways" ? Ways.safeParse(value).data : undefined;
  if (!ways) return value;
  return { units: mapWays(ways.units, (way) => maskedWay(way)) };
}

function maskedWay(way: UnitWay): UnitWay {
  if (way.kind === "webhook") return { ...way, secret: MASK };
  return way.kind === "open311" && way.apiKey !== "" ? { ...way, apiKey: MASK } : way;
}

type LooseWay = { kind: string } & Record<string, unknown>;
const LooseWays = z.object({ units: z.record(z.string(), z.array(z.looseObject({ kind: z.string() }))) });

/**
 * Puts the secrets back in where the mask came back. A secret belongs to the address it was set for: with another
 * address it is missing, so that nobody can have it sent to themselves.
 */
export function unmasked(name: OfficeName, value: unknown, stored: unknown): unknown {
  const sent = name === "ways" ? LooseWays.safeParse(value).data : undefined;
  if (!sent) return value;
  const kept = Ways.safeParse(stored).data?.units ?? {};
  return { ...sent, units: mapWays(sent.units, (way, unit) => unmaskedWay(way, kept[unit] ?? [])) };
}

function unmaskedWay(way: LooseWay, kept: UnitWay[]): LooseWay {
  if (way.secret === MASK) {
    const same = kept.find((one) => one.kind === "webhook" && one.url === way.url);
    return { ...way, secret: same?.kind === "webhook" ? same.secret : undefined };
  }
  if (way.apiKey !== MASK) return way;
  const same = kept.find((one) => one.kind === "open311" && one.endpoint === way.endpoint);
  return { ...way, apiKey: same?.kind === "open311" ? same.apiKey : undefined };
}

function mapWays<A, B>(units: Record<string, A[]>, change: (way: A, unit: string) => B): Record<string, B[]> {
  return Object.fromEntries(Object.entries(units).map(([unit, ways]) => [unit, ways.map((way) => change(way, unit))]));
}
