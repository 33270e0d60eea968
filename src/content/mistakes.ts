/** One thing an editor has to correct. `line` counts from 1; `field` reads like `steps[0].say`, empty for the whole file. */
export type Mistake = { file: string; line: number; field: string; message: string };

/** Everything that is wrong in what editors wrote, over all files of a folder, in one message. */
export class ContentError extends Error {
  constructor(readonly mistakes: Mistake[]) {
    super(`Do poprawienia:\n${mistakes.map(describeMistake).join("\n")}`);
    this.name = "ContentError";
  }
}

/** One line an editor can act on: file, line, field, what is wrong. */
function describeMistake({ file, line, field, message }: Mistake): string {
  return `✖ ${file}:${line}${field ? ` ${field}` : ""}: ${message}`;
}

/** Throws all mistakes at once; does nothing when there are none. */
export function complain(mistakes: Mistake[]): void {
  if (mistakes.length > 0) throw new ContentError(mistakes);
}
