import { z } from "zod";
import type { NewLabel } from "../../conversation/outcome";
import type { Intent } from "../../conversation/understanding";
import { Text } from "./text";

const NamedIntent = z.strictObject({
  kind: z.enum(["article", "service", "dialog", "talk", "outside"]),
  id: Text.min(1).max(200),
});

/** What the resident's message with this seq meant, in a consultant's eyes. */
export const LabelBody = z.strictObject({ seq: z.int32().positive(), intent: NamedIntent });
export { NamedIntent };

/** What a message probably meant, by a resident's click or a consultant's word; the text is masked. */
export type LabelView = {
  id: string;
  conversationId: string;
  text: string;
  /** Nothing of what was offered when missing. */
  intent?: Intent;
  /** What the bot took it for or offered. */
  instead: Intent[];
  proposedBy: NewLabel["proposedBy"];
  by?: string;
  at: string;
};
