import { z } from "zod";
import { Text } from "./text";

const NamedIntent = z.strictObject({
  kind: z.enum(["article", "service", "dialog", "talk", "outside"]),
  id: Text.min(1).max(200),
});

/** What the resident's message with this seq meant, in a consultant's eyes. */
export const LabelBody = z.strictObject({ seq: z.int32().positive(), intent: NamedIntent });
export { NamedIntent };
