import { z } from "zod";
import { Localized } from "../conversation/language";
import { ServiceKind, Slot } from "../conversation/slot";

/** Another unit that takes the matter when the answers are literally these; without `when` only a hint for staff. */
const OtherUnit = z.strictObject({
  unit: z.string(),
  when: z.record(z.string(), z.string()).optional(),
  because: z.string().min(1),
});

/** One kind of report as editors write it: one file per service. */
export const ServiceFile = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  group: z.string(),
  kind: ServiceKind,
  /** Whether reports of this kind may ever be shown in public. */
  public: z.boolean(),
  unit: z.string(),
  other_units: z.array(OtherUnit).default([]),
  label: Localized,
  urgent: z.strictObject({ always: z.boolean(), words: z.array(z.string()).default([]), text: Localized }).optional(),
  place: z.strictObject({ ask: Localized.optional(), optional: z.boolean().default(false) }).optional(),
  photo: z.strictObject({ ask: Localized.optional(), asked: z.boolean().default(true) }).optional(),
  describe_first: z.boolean().optional(),
  hint: Localized,
  questions: z.array(Slot).default([]),
  explain: Localized.optional(),
  article: z.string().optional(),
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
