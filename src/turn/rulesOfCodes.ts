import { wantsCode } from "./codeWords";
import type { Heard } from "./heard";
import type { Rule } from "./rule";

const MOST_WRONG = 5;
const WITHIN_MS = 60 * 60 * 1000;

/** Going on elsewhere, by a code; holds also in a dialog and while waiting. */
export const rulesOfCodes: Record<string, Rule> = {
  a_code_was_written: (heard) => {
    const { continuing } = heard.facts;
    if (!continuing) return;
    return { kind: "continue_here", state: wrongLately(heard).length >= MOST_WRONG ? "too_many" : continuing.state };
  },

  it_is_to_go_on_elsewhere: ({ wish, message }) => {
    if (!wish && wantsCode(message.text)) return { kind: "give_code" };
  },
};

/** When codes were wrong lately: whoever guesses has to wait. */
export function wrongLately({ conversation: { memory }, facts }: Pick<Heard, "conversation" | "facts">): string[] {
  const since = facts.now.getTime() - WITHIN_MS;
  return (memory.wrongCodes ?? []).filter((at) => Date.parse(at) > since);
}
