import { createHash } from "node:crypto";

export const PHONE_ID = "106540352242922";
export const DISPLAY_NUMBER = "15550783881";
export const ACCOUNT_ID = "102290129340398";
export const APP_ID = "670843887433847";
export const TOKEN = "EAAJB-a-token-of-the-system-user";
export const APP_SECRET = "an app secret of 32 characters..";
export const VERIFY_TOKEN = "a word that Meta says back";
export const TEMPLATE = "rozmowa_czeka:pl";

/** Whoever took a user name is known by an id only; here everybody whose name begins with "@". */
const isNameless = (person: string): boolean => person.startsWith("@");

export type Person = { name: string; phone?: string; userId: string };

/** The platform's users, with numbers and ids made of the names the tests call them by. */
export function openPeople() {
  const known = new Map<string, Person>();
  const digits = (name: string, length: number) =>
    BigInt(`0x${createHash("sha256").update(name).digest("hex")}`)
      .toString()
      .slice(0, length);
  const called = (name: string): Person => {
    const phone = isNameless(name) ? {} : { phone: `48${digits(name, 9)}` };
    const person = { name, userId: `PL.${digits(name, 20)}`, ...phone };
    known.set(person.userId, person);
    return person;
  };
  return {
    called,
    /** By what a message of ours is addressed to. */
    addressed: (to: string | undefined, recipient: string | undefined): Person | undefined =>
      to === undefined
        ? known.get(recipient ?? "")
        : [...known.values()].find(({ phone }) => phone === to.replace("+", "")),
  };
}
