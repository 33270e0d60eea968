const MOST = 200;
const LONGEST = 500;

/** What is wrong with what was written, if anything. */
export type Fault = { kind: "tooMany"; n: number } | { kind: "tooLong" } | { kind: "nothing" };

/** One question a line; empty lines are none. */
export function questionsIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function faultIn(questions: string[]): Fault | undefined {
  if (questions.length === 0) return { kind: "nothing" };
  if (questions.length > MOST) return { kind: "tooMany", n: questions.length };
  return questions.some((question) => question.length > LONGEST) ? { kind: "tooLong" } : undefined;
}
