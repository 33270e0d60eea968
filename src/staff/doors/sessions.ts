import type { Account } from "../account";

/** `viaProvider`: opened by the city's identity provider, not with a password. */
export type Session = { account: Account; createdAt: Date; lastActiveAt: Date; viaProvider: boolean };

/** An open login as lists show it; `id` says nothing about the token. */
export type OpenSession = { id: string; tokenHash: string; device: string; createdAt: Date; lastActiveAt: Date };

export type NewSession = { tokenHash: string; accountId: string; device: string; viaProvider: boolean };

/** Open logins, found by the SHA-256 of their token only. */
export type StaffSessions = {
  open(session: NewSession, at: Date): Promise<void>;
  /** Undefined also when the account is disabled. */
  find(tokenHash: string): Promise<Session | undefined>;
  touch(tokenHash: string, at: Date): Promise<void>;
  end(tokenHash: string): Promise<void>;
  /** Those of one account, last active first. */
  of(accountId: string): Promise<OpenSession[]>;
  /** Ends one, or all, of an account; answers how many. */
  endOf(accountId: string, id?: string): Promise<number>;
  /** Forgets sessions created or last active before these moments. */
  forget(before: { createdAt: Date; lastActiveAt: Date }): Promise<void>;
};

/** How often a login or an address failed, and until when it is locked. */
export type LoginFailures = {
  /**
   * Counts one more attempt on the key as failed before it is tried, so that many at once cannot slip through.
   * Answers until when the key is locked, and counts nothing, when it is.
   * `lockSeconds` tells for how long the n-th failure locks; failures older than `forgetBefore` do not count.
   */
  count(key: string, lockSeconds: number[], at: Date, forgetBefore: Date): Promise<Date | undefined>;
  /** Those of these keys that are locked now, and until when. */
  locked(keys: string[], at: Date): Promise<Map<string, Date>>;
  clear(keys: string[]): Promise<void>;
  forget(before: Date): Promise<void>;
};

/** Who is at the desk. */
export type StaffPresence = {
  here(accountId: string, available: boolean, at: Date): Promise<{ changed: boolean }>;
  gone(accountId: string): Promise<void>;
  /** How many available people were there after `since`, and how many more conversations they could hold. */
  count(since: Date): Promise<{ present: number; free: number }>;
  isAvailable(accountId: string, since: Date): Promise<boolean>;
};

/** One line of the log nobody can change. */
export type Audited = {
  id: string;
  at: Date;
  by?: { id: string; login: string };
  act: string;
  subject?: { kind: string; id: string };
  details: Record<string, unknown>;
};

export type StaffAudit = {
  note(line: Omit<Audited, "id">): Promise<void>;
  /** Whether this person did this to this subject after `since`; repeated looks are noted once. */
  noted(line: { accountId: string; act: string; subjectId: string; since: Date }): Promise<boolean>;
  /** Newest first; `before` is the id of the last one seen. */
  lines(wanted: {
    before?: string;
    accountId?: string;
    act?: string;
    subjectId?: string;
    most: number;
  }): Promise<Audited[]>;
};
