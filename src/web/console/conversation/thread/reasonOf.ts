/** Why a line is not there, as far as consultants have words for it. */
export type Reason = "blocked" | "window" | "quiet" | "noFile" | "expired" | "tooFast" | "down" | "tooLong" | "gone";

/** Channels tell reasons in their own words; what is in none of these is shown as it is. */
const shapes: [RegExp, Reason][] = [
  [/^blocked$/, "blocked"],
  [/^window_closed$|\b131047\b/, "window"],
  [/automatic repl/, "quiet"],
  [/the file is not/, "noFile"],
  [/code (190|102)\b|\b401\b|^Telegram 404|token/, "expired"],
  [/\b429\b|code (4|17|32|613|80006|80007|130429|131056)\b|too many/i, "tooFast"],
  [/did not answer|cannot be reached|without an answer|\b50\d\b|code [12]\b|ECONN|ETIMEDOUT/, "down"],
  [/too long|too large|too big|\b413\b/i, "tooLong"],
  [/not found|\b404\b|\b55\d\b|\b131026\b|deactivated/i, "gone"],
];

/** The known reason a channel's words stand for. */
export const reasonOf = (told: string): Reason | undefined => shapes.find(([shape]) => shape.test(told))?.[1];
