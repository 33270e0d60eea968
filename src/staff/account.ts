import { z } from "zod";
import type { Language } from "../conversation/language";

/**
 * `consultant` works at the desk and the phone; `supervisor` also sees to queue and people; `editor` keeps what the bot
 * says; `analyst` reads the figures, never a conversation; `administrator` keeps accounts and may do everything.
 */
export const Role = z.enum(["consultant", "supervisor", "editor", "analyst", "administrator"]);
export type Role = z.infer<typeof Role>;

/** `name` is what residents see when this person answers them. */
export type Account = {
  id: string;
  login: string;
  name: string;
  role: Role;
  disabled: boolean;
  mustChangePassword: boolean;
  /** Logs in with a second factor. */
  secondFactor: boolean;
  /** Tied to the city's identity provider. */
  oidc: boolean;
  capacity: number;
  languages: Language[];
  areas: string[];
  teams: string[];
  createdAt: Date;
  lastLoginAt?: Date;
};

/** What a route may need. `settle` is open even before a one-time password was changed or a second factor set. */
export type Right =
  | "settle"
  | "be_here"
  | "read_knowledge"
  | "try_knowledge"
  /** Writes drafts. */
  | "edit_knowledge"
  /** Publishes, takes back, switches topics off. */
  | "publish_knowledge"
  | "read_desk"
  | "work_desk"
  | "oversee"
  | "read_figures"
  | "review_labels"
  | "manage_office"
  | "manage_accounts"
  | "read_audit";

/** Who may do what; an administrator also works at the desk, so that one person can run a small town's Hejnał. */
const rights: Record<Role, Right[]> = {
  consultant: ["settle", "be_here", "read_knowledge", "read_desk", "work_desk"],
  supervisor: [
    "settle",
    "be_here",
    "read_knowledge",
    "try_knowledge",
    "read_desk",
    "work_desk",
    "publish_knowledge",
    "oversee",
    "read_figures",
    "manage_office",
  ],
  editor: [
    "settle",
    "be_here",
    "read_knowledge",
    "try_knowledge",
    "edit_knowledge",
    "publish_knowledge",
    "review_labels",
    "manage_office",
  ],
  analyst: ["settle", "be_here", "read_figures"],
  administrator: [
    "settle",
    "be_here",
    "read_knowledge",
    "try_knowledge",
    "edit_knowledge",
    "publish_knowledge",
    "read_desk",
    "work_desk",
    "oversee",
    "read_figures",
    "review_labels",
    "manage_office",
    "manage_accounts",
    "read_audit",
  ],
};

/** An account as one login has it. `viaProvider`: the identity provider vouched for the person this time. */
export type Entitled = Pick<Account, "role" | "mustChangePassword" | "secondFactor"> & { viaProvider?: boolean };

/**
 * What the account may do now; nothing but settling its password and second factor while these are missing.
 * `factorFor`: the roles that need a second factor.
 */
export function rightsOf(account: Entitled, factorFor: readonly Role[]): Right[] {
  return mustChangePassword(account) || needsSecondFactor(account, factorFor) ? ["settle"] : rights[account.role];
}

/** Who comes through the identity provider needs no password of ours. */
export function mustChangePassword({ mustChangePassword, viaProvider }: Entitled): boolean {
  return mustChangePassword && !viaProvider;
}

/** The identity provider sees to its own second factor; whoever comes with a password needs one of ours. */
export function needsSecondFactor(
  { role, secondFactor, viaProvider }: Omit<Entitled, "mustChangePassword">,
  factorFor: readonly Role[],
): boolean {
  return factorFor.includes(role) && !secondFactor && !viaProvider;
}
