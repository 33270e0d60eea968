import type { Office } from "../serviceRequests/office";
import { fill } from "./fill";
import type { Phrases } from "./phrases/phrases";

/** How long matters of this kind usually take, or that nobody knows yet; never one promised number. */
export function sayExpected(service: string, unit: string, office: Office, phrases: Phrases): string {
  const expected = office.expected(service, unit);
  if (!expected) return phrases.expectedUnknown;
  const from = Math.max(expected.fromDays, 1);
  const to = expected.toDays;
  if (to <= 1) return phrases.expectedOneDay;
  const values = { from: String(from), to: String(to) };
  return fill(from >= to ? phrases.expectedAbout : phrases.expectedRange, values);
}
