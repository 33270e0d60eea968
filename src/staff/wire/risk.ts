import { z } from "zod";

const [LEAST, MOST] = [0.5, 20];

/** `GET knowledge-risk`: what if so many answers in a hundred might be wrong. */
export const RiskQuery = z.strictObject({ wrong: z.coerce.number().min(LEAST).max(MOST).optional() });

/** `POST knowledge-risk`: so many may be; it becomes a draft. */
export const RiskBody = z.strictObject({ answers: z.number().min(LEAST).max(MOST) });
export type RiskDraft = { draft: string };

/** From a confidence on: the share of questions answered at once, and the share of those answers that is wrong. */
export type RiskPointView = { confidence: number; answered: number; wrong: number };
/** `accepted` in percent; `now`: where the bot stands; `would`: where it would stand with what was asked for. */
export type RiskView = {
  accepted: { answers: number; reports: number };
  curve: RiskPointView[];
  now: RiskPointView;
  would?: RiskPointView;
};
