import { z } from "zod";

/** `editor` keeps dialogs/ and knowledge/; `manager` looks on and reads the figures. */
export const Role = z.enum(["consultant", "editor", "manager", "admin"]);
export type Role = z.infer<typeof Role>;

/** `name` is what residents see when this person answers them. */
export type Account = {
  id: string;
  login: string;
  name: string;
  role: Role;
  disabled: boolean;
  mustChangePassword: boolean;
  createdAt: Date;
  lastLoginAt?: Date;
};

/** What a route may need. `settle` is open even before a one-time password was changed. */
export type Right = "settle" | "be_here" | "read_desk" | "work_desk" | "review_labels" | "manage_accounts";

/** Who may do what; an administrator also works at the desk, so that one person can run a small town's Hejnał. */
const rights: Record<Role, Right[]> = {
  consultant: ["settle", "be_here", "read_desk", "work_desk"],
  editor: ["settle", "be_here", "review_labels"],
  manager: ["settle", "be_here", "read_desk"],
  admin: ["settle", "be_here", "read_desk", "work_desk", "review_labels", "manage_accounts"],
};

/** What the account may do now; nothing but settling its password while that is a one-time one. */
export function rightsOf(account: Pick<Account, "role" | "mustChangePassword">): Right[] {
  return account.mustChangePassword ? ["settle"] : rights[account.role];
}
