import { z } from "zod";
import { type Folder, within } from "../content/folder";
import { readYamlFile } from "../content/readFiles";
import { Localized } from "../conversation/language";

/** An office or company that takes care of reports. Only phones that were confirmed are kept. */
const Unit = z.strictObject({
  id: z.string(),
  name: Localized,
  phone: z.string().optional(),
  /** Answers day and night. */
  phone_24h: z.string().optional(),
  /** False for those who do not belong to the city. */
  municipal: z.boolean().default(true),
});
export type Unit = z.infer<typeof Unit>;

export const Units = z.array(Unit);

/** Every unit by id, from `_units.yaml` in the folder. */
export function loadUnits(folder: Folder): ReadonlyMap<string, Unit> {
  const units = readYamlFile(within(folder, "_units.yaml"), Units);
  return new Map(units.map((unit) => [unit.id, unit]));
}
