import { z } from "zod";
import type { Intent } from "../conversation/understanding";

/** An intent as it is kept in records. */
export const KeptIntent = z.object({
  kind: z.enum(["article", "service", "dialog", "talk", "outside"]),
  id: z.string(),
});

const article = z.string().transform((id): Intent[] => [{ kind: "article", id }]);

/** What the bot took a message for, read off its recorded decision; nothing where it acted on no meaning. */
const Meant = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answer"), article }).transform((decision) => decision.article),
  z.object({ kind: z.literal("answer_in_dialog"), article }).transform((decision) => decision.article),
  z
    .object({ kind: z.literal("start_dialog"), dialog: z.string(), service: z.string().optional() })
    .transform(({ dialog, service }): Intent[] => [
      service === undefined ? { kind: "dialog", id: dialog } : { kind: "service", id: service },
    ]),
  z.object({ kind: z.literal("small_talk"), id: z.string() }).transform(({ id }): Intent[] => [{ kind: "talk", id }]),
  z
    .object({ kind: z.literal("point_outside"), id: z.string() })
    .transform(({ id }): Intent[] => [{ kind: "outside", id }]),
  z.object({ kind: z.literal("hand_off"), about: KeptIntent }).transform(({ about }): Intent[] => [about]),
  z.object({ kind: z.literal("offer"), intents: z.array(KeptIntent) }).transform(({ intents }): Intent[] => intents),
]);

/** The meanings a recorded decision acted on or offered. */
export function meantBy(decision: unknown): Intent[] {
  return Meant.safeParse(decision).data ?? [];
}
