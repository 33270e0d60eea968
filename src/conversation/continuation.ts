import type { Memory, Speaker } from "./conversation";

/** Neither letters nor digits that are read as each other. */
export const CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const SIGN = `[${CODE_LETTERS}]`;
const GAP = "[\\s\\p{Pd}]{0,3}";
const CODE = new RegExp(`(?<![\\p{L}\\p{N}])HEJ${GAP}(${SIGN}{4})${GAP}(${SIGN}{4})(?![\\p{L}\\p{N}])`, "giu");

/** Whether it could be one; "hej masz czas" has the letters of a code, but every code has a digit. */
const isCode = (signs: string): boolean => /\d/.test(signs);

/** `HEJ-7K2M-X9QD` for eight signs. */
export const codeOf = (signs: string): string => `HEJ-${signs.slice(0, 4)}-${signs.slice(4)}`.toUpperCase();

/** The text with every code in it replaced by what `replace` gives for it in its proper form. */
export function replaceCodes(text: string, replace: (code: string) => string): string {
  return text.replace(CODE, (found, first: string, second: string) =>
    isCode(first + second) ? replace(codeOf(first + second)) : found,
  );
}

/**
 * What became of a code written in a conversation. `used_up`: it led somewhere already; `held_by_consultant`: a
 * consultant talks in the conversation it is of; `too_many`: too many were wrong lately, so it was not looked at.
 */
export type CodeState =
  | "good"
  | "held_by_consultant"
  | "unknown"
  | "expired"
  | "used_up"
  | "same_conversation"
  | "too_many";

/** What the database knows of a code that was written. `old`: the conversation that goes on here. */
export type Continuing = {
  code: string;
  state: Exclude<CodeState, "too_many">;
  old?: { speaker: Speaker; memory: Memory; serviceRequestIds: string[] };
};
