import { z } from "zod";
import { Intervals, Week } from "../conversation/openingHours";

/** `dialogs/_openingHours.yaml`: when consultants work, Europe/Warsaw. Public holidays are closed of themselves. */
export const OpeningHours = z.strictObject({
  ...Week.shape,
  /** One-off days: other hours, or none at all. */
  exceptions: z.array(z.strictObject({ date: z.iso.date(), open: Intervals, why: z.string() })),
});
export type OpeningHours = z.infer<typeof OpeningHours>;
