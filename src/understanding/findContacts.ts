import { tidy } from "../conversation/fold";
import { DIGITS, personalNumbers } from "./digitRuns";

/** An e-mail address; every quantifier is bounded, so a hostile text costs no more than its length. */
export const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;

/** The first phone number, digits only with an optional "+48" or "+380". The city's own lines are no one's phone. */
export function findPhone(text: string): string | undefined {
  for (const [run] of tidy(text).matchAll(DIGITS)) {
    const phone = personalNumbers(run).find(({ kind }) => kind === "phone");
    if (!phone) continue;
    const abroad = /380\D{0,3}$/.test(run.slice(0, phone.start)) ? "380" : "";
    const digits = abroad + run.slice(phone.start, phone.end).replace(/\D/g, "");
    return digits.length > 9 ? `+${digits.replace(/^00/, "")}` : digits;
  }
  return undefined;
}

export function findEmail(text: string): string | undefined {
  return text.includes("@") ? tidy(text).match(EMAIL)?.[0] : undefined;
}

const GAP = "[\\s\\p{Pd}_./#]{0,3}";
const REQUEST_ID = new RegExp(
  `(?<![\\p{L}\\p{N}])[kк][rр]${GAP}(20\\d\\d)${GAP}(?:(\\d{6})${GAP}|(\\d{1,5})[\\s\\p{Pd}_./#]{1,3})(\\d)(?!\\d)`,
  "giu",
);
const BARE_REQUEST_ID = /(?<![\p{L}\p{N}.-])(20\d\d)\p{Pd}(\d{6})\p{Pd}(\d)(?!\d)/gu;

/** Numbers of service requests, however sloppily typed, in their proper form; the check digit is looked at elsewhere. */
export function findServiceRequestIds(text: string): string[] {
  const plain = tidy(text).normalize("NFKC");
  const named = [...plain.matchAll(REQUEST_ID)].map(([, year, long, short, check]) => idOf(year, long ?? short, check));
  const bare = [...plain.matchAll(BARE_REQUEST_ID)].map(([, year, counter, check]) => idOf(year, counter, check));
  return [...new Set([...named, ...bare])];
}

function idOf(year = "", counter = "", check = ""): string {
  return `KR-${year}-${counter.padStart(6, "0")}-${check}`;
}
