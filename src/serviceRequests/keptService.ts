import { z } from "zod";
import type { KeptVersion } from "../conversation/conversation";
import { type Service, ServiceFile } from "./service";

/** What a dialog keeps of a kind of report: all but what it is learnt by. */
const KeptService = z
  .object({ ...ServiceFile.shape, version: z.string() })
  .omit({ examples: true, keywords: true })
  .transform((made): Service => ({ ...made, examples: { pl: [], en: [], uk: [] }, keywords: [] }));

/** The kind of report as its dialog was begun, where editors have changed or removed it since; else as it is now. */
export function serviceAt(
  kept: KeptVersion | undefined,
  code: string,
  present: Service | undefined,
): Service | undefined {
  if (!kept || kept.version === present?.version) return present;
  const { data } = KeptService.safeParse(kept.made);
  return data?.code === code ? data : present;
}
