const BYTEA = 17;
const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const NUMERIC = 1700;

/**
 * How columns become values where the drivers of the two databases differ or guess. What has no time zone stays text,
 * because either driver would invent one. `timestamptz` is a `Date` and `jsonb` parsed JSON with both.
 */
export const columnTypes: Record<number, (text: string) => unknown> = {
  [BYTEA]: (text) => Buffer.from(text.slice("\\x".length), "hex"),
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
  [TIMESTAMP]: (text) => text,
};
