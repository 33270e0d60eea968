import { LONGEST_TEXT } from "../conversation/message";
import { Refusal } from "../conversation/refusal";

/** What a resident wrote, in one form: composed letters, `\n` for line ends, nothing invisible that controls a terminal. */
export function cleanText(said: string): string {
  return said
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .trim();
}

/** The same, refusing what is too long; it is never cut. */
export function acceptableText(said: string): string {
  const text = cleanText(said);
  if (text.length <= LONGEST_TEXT) return text;
  throw new Refusal(
    413,
    "TextTooLong",
    `The text has ${text.length} characters; at most ${LONGEST_TEXT} are accepted. Send it in parts.`,
  );
}
