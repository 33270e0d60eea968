import { z } from "zod";
import { type Folder, isThere, within } from "../content/folder";
import { complain } from "../content/mistakes";
import { checkedYamlFile } from "../content/readFiles";
import { Localized } from "../conversation/language";
import { type Hours, Intervals, Week } from "../conversation/openingHours";

const Text = z.string().trim().min(1);

/** A place residents go to, or a phone line they call: one entry of `knowledge/_offices.yaml`. */
const PublicOffice = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: Localized,
  /** As on the letterhead, in every language; a phone line has none. */
  address: Text.optional(),
  phone: Text.optional(),
  /** What is done there. */
  purpose: Localized,
  /** How residents call it: words of any language; one that ends in * only has to begin so. */
  called: z.array(Text).min(1),
  /** Left out as long as nobody knows them. */
  hours: Week.optional(),
  /** When the cash desk takes money, where that is known. */
  cash_desk: Week.optional(),
  /** One-off days: other hours, or none at all. */
  exceptions: z.array(z.strictObject({ date: z.iso.date(), open: Intervals, why: Localized })).default([]),
  source: z.url({ protocol: /^https?$/ }),
  /** When the source said so, as in an article. */
  source_date: Text,
  checked_on: z.iso.date(),
  confidence: z.enum(["high", "medium", "low"]),
});
export type PublicOffice = z.infer<typeof PublicOffice>;

export const PublicOffices = z.array(PublicOffice);

const FILE = "_offices.yaml";

/** Reads `_offices.yaml` of the knowledge folder, the most visited first; none where there is no such file. */
export function loadOffices(folder: Folder): PublicOffice[] {
  const file = within(folder, FILE);
  if (!isThere(file)) return [];
  const { value, mistake } = checkedYamlFile(file, PublicOffices);
  complain(
    value.flatMap(({ id, hours, exceptions }, index) => [
      ...(value.findIndex((office) => office.id === id) < index
        ? [mistake([index, "id"], "to id jest już wyżej")]
        : []),
      ...(!hours && exceptions.length > 0
        ? [mistake([index, "exceptions"], "dni wyjątkowe są tylko przy znanych godzinach (hours)")]
        : []),
      ...exceptions.flatMap(({ date }, n) =>
        exceptions.findIndex((other) => other.date === date) < n
          ? [mistake([index, "exceptions", n, "date"], "ten dzień jest już wyżej")]
          : [],
      ),
    ]),
  );
  return value;
}

/** The hours of an office with its one-off days; undefined while they are not known. */
export function hoursOf({ hours, exceptions }: PublicOffice): Hours | undefined {
  return hours && { ...hours, exceptions };
}
