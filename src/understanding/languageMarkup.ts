import { tidy } from "../conversation/fold";

/** More than anybody types; what follows does not change the language. */
const READ = 1000;

// Every quantifier is bounded, so a hostile text costs no more than its length.
const NOT_SPEECH = [
  /```[^`]{0,1000}(?:```|$)|`[^`\n]{0,200}`/g,
  /<(script|style)\b[^>]{0,200}>[^<]{0,1000}(?:<\/\1\s?>|$)/gi,
  /<\/?[a-z!][^<>]{0,300}(?:>|$)/gi,
  /&(?:#?\w{1,8});/g,
  /\b(?:https?:\/\/|www\.)\S{0,500}/gi,
  /[\w.+-]{1,64}@[\w.-]{1,64}/g,
  /\b(?:[\w-]{1,40}\.){1,4}(?:pl|com|org|net|eu|ua|gov|html?|php|pdf|jpe?g|png|docx?|js)\b(?:\/\S{0,200})?/gi,
  /"[\w-]{1,40}"\s?:/g,
  // A call, an assignment or a joined name.
  /\b[\w.$]{1,60}\((?:[^\s()]{0,80}\)|['"\d])|\b\w{1,40}(?:[=_\\]+\S{1,80})/g,
];

const MAY_HOLD_SOME = /[<&@`=_\\"]|\.\w|\w\(|:\/\//;

/** A text without markup, addresses of pages and letters, and code: what somebody has said. */
export function withoutMarkup(text: string): string {
  const read = tidy(text.slice(0, READ));
  return MAY_HOLD_SOME.test(read) ? NOT_SPEECH.reduce((rest, pattern) => rest.replace(pattern, " "), read) : read;
}
