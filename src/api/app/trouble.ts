import type { Language } from "../../conversation/language";
import { type Problem, Problem as ProblemSchema } from "../schemas";
import { type AppTexts, appTexts } from "./texts";

const statuses = {
  key: 401,
  device: 401,
  body: 400,
  not_found: 404,
  not_now: 409,
  too_large: 413,
  wrong_file: 415,
  outside: 422,
  often: 429,
} satisfies Record<keyof AppTexts["titles"], number>;

/** Why a call is not done, and what to do instead, to be told in the caller's language. */
export class Trouble extends Error {
  constructor(
    readonly kind: keyof typeof statuses,
    readonly detail: (texts: AppTexts) => string,
    readonly fields: { name: string; detail(texts: AppTexts): string }[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(kind);
  }
}

/** As RFC 9457 has it. */
export function problemOf({ kind, detail, fields }: Trouble, language: Language): Problem {
  const texts = appTexts(language);
  const parameters = fields.map((field) => ({ name: field.name, detail: field.detail(texts) }));
  return ProblemSchema.parse({
    type: `tag:hejnal,2026:app/${kind}`,
    title: texts.titles[kind],
    status: statuses[kind],
    detail: detail(texts),
    ...(parameters.length > 0 && { parameters }),
  });
}
