import type { Language } from "../../conversation/language";
import type { Account, Role } from "../account";

export type NewAccount = Skills & { id: string; login: string; name: string; role: Role; passwordHash: string };
/** What the queue may offer a person: how many at once, in which languages, about what; no areas mean all. */
export type Skills = { capacity: number; languages: Language[]; areas: string[]; teams: string[] };
export type KnownAccount = Account & {
  passwordHash: string;
  passwordSetAt: Date;
  /** The second factor's secret, sealed (`sealed.ts`); `totpPending` is one that no code has confirmed yet. */
  totpSealed?: string;
  totpPending?: string;
};
export type AccountChange = { [Skill in keyof Skills]?: Skills[Skill] | undefined } & {
  name?: string | undefined;
  role?: Role | undefined;
  disabled?: boolean | undefined;
};

/** Where accounts are kept. */
export type StaffAccounts = {
  /** Adds an account whose password must be changed at the first login. */
  add(account: NewAccount, at: Date): Promise<"added" | "login_taken">;
  withLogin(login: string): Promise<KnownAccount | undefined>;
  withId(id: string): Promise<KnownAccount | undefined>;
  /** The account that the city's identity provider knows under this subject. */
  withSubject(subject: string): Promise<KnownAccount | undefined>;
  /** Ties an account to a subject of the identity provider; false when either is tied already. */
  tie(id: string, subject: string): Promise<boolean>;
  /** By login. */
  all(): Promise<Account[]>;
  /** Refuses to take away the last enabled administrator. A disabled account's sessions end. */
  change(id: string, change: AccountChange, at: Date): Promise<"changed" | "not_found" | "last_administrator">;
  /** Ends all sessions of the account. With `setBefore`, only when the present password is older and unused. */
  setPassword(id: string, password: NewPassword, at: Date): Promise<boolean>;
  noteLogin(id: string, at: Date): Promise<void>;
  /** Keeps a sealed secret until a code confirms it; false when the account has a second factor already. */
  beginSecondFactor(id: string, sealed: string): Promise<boolean>;
  /** Puts the pending secret in force; false when another one is pending by now. `step`: of the code that confirmed it. */
  setSecondFactor(id: string, factor: NewSecondFactor): Promise<boolean>;
  /** Answers false when there was none. */
  removeSecondFactor(id: string): Promise<boolean>;
  /** Takes note of a used code: false when this time step, or a later one, or this recovery code was used before. */
  spendCode(id: string, code: { step: number } | { recoveryHash: string }): Promise<boolean>;
};

/** `sealed` is the pending secret, `recoveryHashes` those of the recovery codes. */
export type NewSecondFactor = { sealed: string; recoveryHashes: string[]; step: number };
export type NewPassword = { hash: string; mustChange: boolean; onlyIfSetBefore?: Date };

export type Team = { id: string; name: string; members: { id: string; name: string }[] };

/** Groups a conversation can be passed to. */
export type StaffTeams = {
  all(): Promise<Team[]>;
  add(team: { id: string; name: string; members: string[] }, at: Date): Promise<"added" | "name_taken" | "not_found">;
  change(id: string, team: { name: string; members: string[] }): Promise<"changed" | "name_taken" | "not_found">;
  remove(id: string): Promise<boolean>;
};
