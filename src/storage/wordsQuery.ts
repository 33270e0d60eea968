import type { Sought } from "../staff/doors";

/** A tsquery for what is sought. Every word is quoted as a whole, so none can be read as an operator. */
export function wordsQuery({ stems, last }: Sought): string {
  const end = last ? [`(${quoted(last.stem)} | ${quoted(last.beginning)}:*)`] : [];
  return [...stems.map(quoted), ...end].join(" & ");
}

const quoted = (word: string) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
