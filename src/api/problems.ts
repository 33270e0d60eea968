import type { Language } from "../conversation/language";
import type { Wrong } from "./query";
import type { Problem } from "./schemas";
import { textsIn } from "./texts";

type Kind = keyof ReturnType<typeof textsIn>["titles"];

const statuses: Record<Kind, number> = {
  parameters: 400,
  key: 401,
  not_found: 404,
  method: 405,
  often: 429,
  failed: 500,
};

/** A problem as RFC 9457 has it, in the caller's language. */
export function problem(kind: Kind, detail: string, language: Language): Problem {
  return { type: `tag:hejnal,2026:${kind}`, title: textsIn(language).titles[kind], status: statuses[kind], detail };
}

/** Names what is wrong with each parameter. */
export function wrongParameters(wrong: Wrong[], language: Language): Problem {
  const texts = textsIn(language);
  const parameters = wrong.map(({ name, why }) => ({
    name: name.slice(0, 100),
    detail: why === "value" ? (texts.values[name] ?? texts.wrong.unknown) : texts.wrong[why],
  }));
  const names = parameters.map(({ name }) => name);
  return { ...problem("parameters", texts.parameters(names), language), parameters };
}
