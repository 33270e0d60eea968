import { z } from "zod";
import { Language } from "../../conversation/language";
import { SectionName } from "../../conversation/reply";
import { NamedIntent } from "./labels";
import { Key, Text } from "./text";

/** How a call ended. */
export const CallOutcome = z.enum(["answered", "filed", "redirected", "call_back", "dropped"]);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** A call registered by the consultant who took it. */
export const CallBody = z.strictObject({
  key: Key,
  startedAt: z.iso.datetime(),
  language: Language.default("pl"),
  topics: z.array(NamedIntent).max(10),
  /** What was told: an article, or one section of it. */
  told: z.array(z.strictObject({ article: Text.max(200), section: SectionName.optional() })).max(40),
  /** What the caller said, in the consultant's words; no personal data is needed. */
  note: Text.trim().max(2000),
  outcome: CallOutcome,
  request: z.strictObject({ service: Text.max(60), answers: z.record(Text.max(60), Text.max(2000)) }).optional(),
  /** A number or address to call back, with what about. */
  callBack: z.strictObject({ contact: Text.trim().min(3).max(200), matter: Text.trim().max(500) }).optional(),
});
export type CallFiled = { conversationId: string; service_request_id?: string };
