import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { takeTurns } from "./takeTurns";
import type { PasswordMistake } from "./wire";

/**
 * Argon2id (the package's default kind) with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet,
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Hashing takes a thread of Node's pool of four for tens of milliseconds; files and DNS need the others.
const inTurn = takeTurns(2);

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), COST));
}

let nobody: Promise<string> | undefined;

/** Checks a password; without a hash (no such account) it does the same work and answers false. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  nobody ??= hashPassword(oneTimePassword());
  const against = stored ?? (await nobody);
  const fits = await inTurn(() => verify(against, normal(password)));
  return fits && stored !== undefined;
}

/** The same letters typed on another keyboard may come composed otherwise. */
const normal = (password: string) => password.normalize("NFKC");

const SHORTEST = 12;
const LONGEST = 128;

/** The long ones among the passwords people choose first, folded to letters and digits; prefixes count. */
const common = [
  "123456789012",
  "012345678901",
  "1q2w3e4r5t6y",
  "qwertyuiop",
  "zaq12wsx",
  "qazwsxedc",
  "password",
  "passw0rd",
  "haslo",
  "mojehaslo",
  "tajnehaslo",
  "administrator",
  "admin",
  "konsultant",
  "krakow",
  "hejnal",
  "lajkonik",
  "wawel",
  "welcome",
  "letmein",
  "iloveyou",
  "kochamcie",
];

/** Why a password will not do; undefined when it will. Length counts, not kinds of characters (NIST SP 800-63B). */
export function passwordMistake(password: string, login: string): PasswordMistake | undefined {
  const length = [...normal(password)].length;
  if (length < SHORTEST) return "too_short";
  if (length > LONGEST) return "too_long";
  const folded = fold(password);
  if (login.length > 2 && folded.includes(fold(login))) return "has_login";
  if (new Set(folded).size < 4 || common.some((word) => isMostly(folded, word))) return "too_common";
  return undefined;
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");

/** A common word, perhaps several times, with at most four other characters: "Hejnal2026!", "hasłohasło12". */
function isMostly(folded: string, word: string): boolean {
  return folded.includes(word) && folded.replaceAll(word, "").length <= 4;
}

/** No letters or digits that look alike: it is read aloud and typed from a screen. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** Four groups of five, 100 bits. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
