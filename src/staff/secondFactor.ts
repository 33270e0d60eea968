import { createHash, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { KnownAccount } from "./doors";
import type { StaffParts } from "./parts";
import { seal, unseal } from "./sealed";

const STEP_SECONDS = 30;
/** Clocks of phones run away a little: the code before and the one after are taken too (RFC 6238, 5.2). */
const DRIFT_STEPS = 1;
/** What RFC 4226 recommends: as long as the hash. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;

/** A new secret for an authenticator, in every form it is needed in. */
export function newSecret(account: { id: string; login: string }, secret: string) {
  const totp = totpOf(new Secret({ size: SECRET_BYTES }), account.login);
  return {
    secret: totp.secret.base32,
    uri: totp.toString(),
    sealed: seal(totp.secret.base32, sealOf(account.id, secret)),
  };
}

/** The time step a code of this sealed secret belongs to; undefined when it is none of now. */
export function stepOf(
  code: string,
  sealed: string,
  { accountId, secret, at }: { accountId: string; secret: string; at: Date },
): number | undefined {
  const base32 = unseal(sealed, sealOf(accountId, secret));
  if (base32 === undefined) return undefined;
  const timestamp = at.getTime();
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(Secret.fromBase32(base32), "").validate({ token, timestamp, window: DRIFT_STEPS });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}

/** Tries a code of the authenticator or a recovery code, and uses it up; answers which it was. */
export async function spendCode(
  { id, totpSealed }: KnownAccount,
  code: string,
  { store, secret, now }: StaffParts,
): Promise<"authenticator" | "recovery_code" | undefined> {
  if (totpSealed === undefined) return undefined;
  const step = stepOf(code, totpSealed, { accountId: id, secret, at: now() });
  if (step !== undefined) return (await store.accounts.spendCode(id, { step })) ? "authenticator" : undefined;
  const recoveryHash = recoveryHashOf(id, code);
  return (await store.accounts.spendCode(id, { recoveryHash })) ? "recovery_code" : undefined;
}

/** No letters or digits that look alike: they are written down and typed from paper. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** Codes of 75 bits, so that a plain hash keeps them as safe as they were. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: 3 }, group).join("-"));
}

/** Stays good when the house's secret is changed: then the recovery codes are the way in. */
export function recoveryHashOf(accountId: string, code: string): string {
  const folded = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  return createHash("sha256").update(`${accountId}:${folded}`).digest("hex");
}

const sealOf = (accountId: string, secret: string) => ({ secret, purpose: "second factor", owner: accountId }) as const;

const totpOf = (secret: Secret, label: string) =>
  new TOTP({ issuer: "Hejnał", label, secret, algorithm: "SHA1", digits: 6, period: STEP_SECONDS });
