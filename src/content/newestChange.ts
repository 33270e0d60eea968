import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** When a file of the folder was changed last. */
export function newestChange(folder: string): Date {
  const times = readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);
  return new Date(Math.max(0, ...times));
}
