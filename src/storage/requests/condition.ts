import { type RawBuilder, sql } from "kysely";
import type { Filter } from "../../serviceRequests/doors";
import { isByHand } from "./waiting";

type Condition = RawBuilder<boolean>;

/** What a filter says of the row called `request`. */
export function conditionOf(filter: Filter): Condition {
  const all = [
    among("id", filter.ids),
    among("service", filter.services),
    among("agency_responsible", filter.units),
    among("state", filter.states),
    among("status", filter.status),
    among("district", filter.districts),
    filter.kind && sql<boolean>`request.kind = ${filter.kind}`,
    filter.assignedTo !== undefined && sql<boolean>`request.assigned_to = ${filter.assignedTo}`,
    filter.conversationId !== undefined && sql<boolean>`request.conversation_id = ${filter.conversationId}`,
    filter.duplicateOf !== undefined && sql<boolean>`request.duplicate_of = ${filter.duplicateOf}`,
    filter.public && sql<boolean>`request.public`,
    filter.released && sql<boolean>`request.public_text is not null`,
    filter.overdueAt && sql<boolean>`request.status = 'open' and request.due_at < ${filter.overdueAt}::timestamptz`,
    filter.byHand && isByHand,
    ...during("requested_at", filter.requestedFrom, filter.requestedTo),
    ...during("updated_at", filter.updatedFrom, filter.updatedTo),
    inside(filter.bounds),
    saying(filter),
  ];
  return sql.join([sql<boolean>`true`, ...all.filter((one) => !!one)], sql` and `);
}

type Column = "id" | "service" | "agency_responsible" | "state" | "status" | "district" | "requested_at" | "updated_at";
const named = (column: Column) => sql.ref(`request.${column}`);

/** One alone is told as such: then an index that goes on with the order of the list can be used. */
function among(column: Column, values: string[] | undefined): Condition | undefined {
  if (!values) return undefined;
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return sql`${named(column)} = ${only}`;
  return sql`${named(column)} = any (${values}::text[])`;
}

function during(column: Column, from: Date | undefined, to: Date | undefined): (Condition | undefined)[] {
  return [
    from && sql<boolean>`${named(column)} >= ${from}::timestamptz`,
    to && sql<boolean>`${named(column)} <= ${to}::timestamptz`,
  ];
}

function inside(bounds: Filter["bounds"]): Condition | undefined {
  if (!bounds) return undefined;
  const { south, north, west, east } = bounds;
  return sql`request.lat between ${south}::float8 and ${north}::float8
    and request.long between ${west}::float8 and ${east}::float8`;
}

/** Who may see only what is public must not find anything by words that are not. */
function saying({ text, public: isPublic }: Filter): Condition | undefined {
  if (text === undefined) return undefined;
  const number = numberIn(text);
  if (number !== undefined) return sql`request.id like ${`${number}%`}`;
  const query = beginnings(text);
  if (query === "") return undefined;
  const words = sql.ref(isPublic ? "request.public_words" : "request.words");
  return sql`${words} @@ ${query}::tsquery`;
}

/** The beginning of a number, however it was typed. */
function numberIn(text: string): string | undefined {
  const found = /^(?:KR[\s-]*)?(20\d\d)[\s-]+(\d{1,6})(?:[\s-]+(\d))?$|^KR[\s-]*(20\d{0,2})$/i.exec(text.trim());
  if (!found) return undefined;
  const [, year, counter = "", check, yearAlone] = found;
  if (yearAlone !== undefined) return `KR-${yearAlone}`;
  return check === undefined ? `KR-${year}-${counter}` : `KR-${year}-${counter.padStart(6, "0")}-${check}`;
}

const diacritics = new Map([..."ąćęłńóśźż"].map((letter, n) => [letter, [..."acelnoszz"][n] ?? letter]));

/**
 * A tsquery for texts in which every word begins so, folded as the columns are. Of long words the last vowels are left
 * out, so that "latarnia" finds "latarni".
 */
function beginnings(text: string): string {
  const folded = text.toLowerCase().replace(/[ąćęłńóśźż]/g, (letter) => diacritics.get(letter) ?? letter);
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.map((word) => `'${word.length > 4 ? word.replace(/[aeiouy]{1,2}$/, "") : word}':*`).join(" & ");
}
