import type { Letter } from "./letter";

/** What kind of letter it is; only a person's is acted on, and none is ever answered, so that no loop can begin. */
export type LetterKind = "person" | "bounce" | "out_of_office" | "automatic" | "list" | "own";

const AWAY =
  /automatyczna odpowied[źz]|odpowied[źz] automatyczna|autoodpowied[źz]|autoresponder|out of (?:the )?office|automatic reply|auto(?:matic)?[ -]?reply|nieobecno[śs][ćc]|poza biurem|автоматична відповідь/i;

export function kindOf(letter: Letter, ownAddresses: string[]): LetterKind {
  const { header, from, subject } = letter;
  const sender = from.toLowerCase();
  const returnPath = header("return-path");
  if (/multipart\/report/i.test(header("content-type")) && /delivery-status/i.test(header("content-type")))
    return "bounce";
  if (/^(?:mailer-daemon|postmaster)@/.test(sender)) return "bounce";
  if (ownAddresses.some((own) => withoutToken(sender) === own.toLowerCase())) return "own";
  if (header("list-id") || /^list$/i.test(header("precedence"))) return "list";
  const marked = /^(?!no\b).+/i.test(header("auto-submitted")) || header("x-autoreply") || header("x-autorespond");
  if (AWAY.test(subject)) return "out_of_office";
  if (marked || /^(?:bulk|junk|auto_reply)$/i.test(header("precedence")) || returnPath === "<>") return "automatic";
  return "person";
}

const withoutToken = (address: string) => address.replace(/\+[^@]*@/, "@");
