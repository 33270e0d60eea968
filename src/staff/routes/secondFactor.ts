import type { z } from "zod";
import { proveCode, provePassword } from "../login";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, oneself, type Route, refuse, withBody } from "../route";
import { newRecoveryCodes, newSecret, recoveryHashOf, stepOf } from "../secondFactor";
import { endOthers } from "../sessions";
import { type SecondFactorBegun, SecondFactorBody, SecondFactorRemoveBody, type SecondFactorSet } from "../wire";
import { refuseLocked } from "./session";

/** A secret for an authenticator; it counts only once a code of it came back. */
async function begin({ session }: Call, { store, secret }: StaffParts): Promise<Answer> {
  const { secret: base32, uri, sealed } = newSecret(session.account, secret);
  // Replacing one that is in force would need no proof: it is removed first, with password and code.
  if (!(await store.accounts.beginSecondFactor(session.account.id, sealed))) return refuse(409, { code: "forbidden" });
  const view: SecondFactorBegun = { secret: base32, uri };
  return ok(view);
}

const confirm = withBody<Call, { code: string }>(SecondFactorBody, async ({ session }, { code }, parts) => {
  const { store, secret, log, now } = parts;
  const { id } = session.account;
  const sealed = (await store.accounts.withId(id))?.totpPending;
  if (sealed === undefined) return refuse(422, { code: "code_refused" });
  const step = stepOf(code, sealed, { accountId: id, secret, at: now() });
  if (step === undefined) return refuse(422, { code: "code_refused" });
  const recoveryCodes = newRecoveryCodes();
  const recoveryHashes = recoveryCodes.map((one) => recoveryHashOf(id, one));
  const isSet = await store.accounts.setSecondFactor(id, { sealed, recoveryHashes, step });
  if (!isSet) return refuse(422, { code: "code_refused" });
  await endOthers(store.sessions, session);
  log.info("staff_second_factor_set", { account: id });
  const view: SecondFactorSet = { recoveryCodes };
  return ok(view);
});

const remove = withBody<Call, z.infer<typeof SecondFactorRemoveBody>>(
  SecondFactorRemoveBody,
  async ({ session }, { password, code }, parts) => {
    const { store, log } = parts;
    const account = await store.accounts.withId(session.account.id);
    if (!account) return refuse(401, { code: "no_session" });
    const known = await provePassword(account, password, parts);
    if (known.kind === "locked") return refuseLocked(known);
    if (known.kind === "wrong") return refuse(422, { code: "password_refused", because: "wrong_old" });
    const proven = await proveCode(account, code, parts);
    if (proven.kind === "locked") return refuseLocked(proven);
    if (proven.kind === "wrong") return refuse(422, { code: "code_refused" });
    await store.accounts.removeSecondFactor(account.id);
    await endOthers(store.sessions, session);
    log.info("staff_second_factor_removed", { account: account.id, by: account.id });
    return ok({});
  },
);

export const secondFactorRoutes: Route[] = [
  {
    method: "POST",
    path: "second-factor/begin",
    right: "settle",
    handle: begin,
    what: "a secret for an authenticator",
  },
  {
    method: "POST",
    path: "second-factor/confirm",
    right: "settle",
    handle: confirm,
    what: "its first code; answers recovery codes",
    audit: { act: "second_factor_set", subject: oneself },
  },
  {
    method: "POST",
    path: "second-factor/remove",
    right: "settle",
    handle: remove,
    what: "with password and code",
    audit: { act: "second_factor_removed", subject: oneself },
  },
];
