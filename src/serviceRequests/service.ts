import { z } from "zod";
import { serviceFields, serviceFormFields } from "../conversation/slot";

/** Another unit that takes the matter when the answers are literally these; without `when` only a hint for staff. */
const OtherUnit = z.strictObject({
  unit: z.string(),
  when: z.record(z.string(), z.string()).optional(),
  because: z.string().min(1),
});

/** One kind of report as editors write it: one file per service. */
export const ServiceFile = z.strictObject({
  ...serviceFields,
  /** Whether reports of this kind may ever be shown in public. */
  public: z.boolean(),
  unit: z.string(),
  other_units: z.array(OtherUnit).default([]),
  ...serviceFormFields,
  /** What a partner gets for filing it: the number at once (usual), a token to ask for it, or nothing. */
  open311_type: z.enum(["realtime", "batch", "blackbox"]).optional(),
  examples: z.strictObject({
    pl: z.array(z.string()).min(1),
    en: z.array(z.string()).min(1),
    uk: z.array(z.string()).min(1),
  }),
  keywords: z.array(z.string()),
});
export type ServiceFile = z.infer<typeof ServiceFile>;

/** A kind of report. `version` names the state of its file, because stored answers belong to that state. */
export type Service = ServiceFile & { version: string };
