import type { FormView } from "../../../staff/wire";
import { isRecord, textsOf } from "./reading";

/** What was chosen and said so far; answers stay when another kind is chosen. */
export type RequestDraft = { service: string; answers: Record<string, string> };
export const emptyRequest: RequestDraft = { service: "", answers: {} };

/** Only what this form asks; what the conversation knew already counts until it is changed. */
export function answersFor(form: FormView, draft: RequestDraft): Record<string, string> {
  const answers = form.fields.map(({ slot, value }) => [slot, (draft.answers[slot] ?? value ?? "").trim()] as const);
  return Object.fromEntries(answers.filter(([, answer]) => answer !== ""));
}

/** What was kept of an unfinished report. */
export const readRequestDraft = (kept: unknown): RequestDraft | undefined =>
  isRecord(kept) && typeof kept.service === "string"
    ? { service: kept.service, answers: textsOf(kept.answers) }
    : undefined;
