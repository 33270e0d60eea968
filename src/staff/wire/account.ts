import { z } from "zod";
import { Language } from "../../conversation/language";
import { type Right, Role } from "../account";
import { Text } from "./text";

const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/);
const Name = Text.trim().min(1).max(60);
/** Six digits of an authenticator, or one recovery code. */
const Code = z.string().trim().min(6).max(32);

/** `code`: the second factor, once the server has asked for it with `second_factor_needed`. */
export const LoginBody = z.strictObject({
  login: Text.max(200),
  password: z.string().max(1000),
  code: Code.optional(),
});
export const PasswordBody = z.strictObject({ old: z.string().max(1000), new: z.string().max(1000) });

/** Why a new password will not do. */
export type PasswordMistake = "too_short" | "too_long" | "has_login" | "too_common" | "same_as_before";

/** `active`: the person touched the page since the last heartbeat; only that keeps the session alive. */
export const PresenceBody = z.strictObject({ available: z.boolean(), active: z.boolean() });
export type PresenceView = { endsAt: string; present: number };

/** How one may log in; `oidc` is the title of the city's identity provider, when there is one. */
export type LoginOptions = { password: boolean; oidc?: string };

export type SessionView = {
  account: { id: string; login: string; name: string; role: Role; mustChangePassword: boolean; secondFactor: boolean };
  rights: Right[];
  csrf: string;
  /** When the session ends if nobody touches the page. */
  endsAt: string;
  available: boolean;
  /** The role needs a second factor and this account has none yet: nothing else is allowed until then. */
  mustSetSecondFactor: boolean;
};

/** What an authenticator needs: the secret as base32, and `otpauth://…` for a QR code. */
export type SecondFactorBegun = { secret: string; uri: string };
export const SecondFactorBody = z.strictObject({ code: Code });
/** Ten codes, each good for one login without the authenticator; told once. */
export type SecondFactorSet = { recoveryCodes: string[] };
export const SecondFactorRemoveBody = z.strictObject({ password: z.string().max(1000), code: Code });

/** One open login. `device`: what the browser calls itself, shortened. */
export type OpenSessionView = { id: string; device: string; createdAt: string; lastActiveAt: string; current: boolean };

/** At most this many conversations are offered to the consultant at once. */
const Capacity = z.int().min(0).max(20);
const Skills = {
  capacity: Capacity,
  /** Languages the person answers in; at least one. */
  languages: z.array(Language).min(1).max(3),
  /** Ids of areas; none means all. */
  areas: z.array(Text.max(60)).max(50),
  /** Ids of teams. */
  teams: z.array(Text.max(60)).max(50),
};

export const NewAccountBody = z.strictObject({ login: Login, name: Name, role: Role }).extend(
  // What is left out: four conversations, Polish, everything.
  z.strictObject(Skills).partial().shape,
);
export const AccountChangeBody = z
  .strictObject({ name: Name, role: Role, disabled: z.boolean(), ...Skills })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "nothing to change");

export type AccountView = {
  id: string;
  login: string;
  name: string;
  role: Role;
  disabled: boolean;
  mustChangePassword: boolean;
  secondFactor: boolean;
  /** Logs in through the city's identity provider. */
  oidc: boolean;
  /** Until when wrong passwords have locked the login. */
  lockedUntil?: string;
  capacity: number;
  languages: Language[];
  areas: string[];
  teams: string[];
  createdAt: string;
  lastLoginAt?: string;
};

/** A fresh or reset account; the one-time password is told here and nowhere else. */
export type AccountWithPassword = { account: AccountView; oneTimePassword: string };

export const TeamBody = z.strictObject({ name: Name, members: z.array(Text.max(60)).max(500) });
export type TeamView = { id: string; name: string; members: { id: string; name: string }[] };

/** One line of the append-only log of administrative acts and of looks at personal data. */
export type AuditView = {
  id: string;
  at: string;
  /** Who; missing when nobody was logged in (a refused login). */
  by?: { id: string; login: string };
  /** What was done, in `snake_case`: `account_added`, `looked_at_conversation`, … */
  act: string;
  /** On what: `conversation`, `account`, … and its id. */
  subject?: { kind: string; id: string };
  details: Record<string, unknown>;
};
