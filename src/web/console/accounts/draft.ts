import type { AccountView } from "../../../staff/wire";
import type { Language } from "../kit/language";
import { isRecord } from "../kit/reading";

export type Role = AccountView["role"];
export const roles: Role[] = ["consultant", "supervisor", "editor", "analyst", "administrator"];
export const spoken: Language[] = ["pl", "en", "uk"];

/** An account as it is being written. */
export type AccountDraft = Pick<AccountView, "login" | "name" | "role" | "capacity" | "languages" | "areas" | "teams">;

export const emptyAccount: AccountDraft = {
  login: "",
  name: "",
  role: "consultant",
  capacity: 4,
  languages: ["pl"],
  areas: [],
  teams: [],
};

export const draftOf = ({ login, name, role, capacity, languages, areas, teams }: AccountView): AccountDraft => ({
  login,
  name,
  role,
  capacity,
  languages,
  areas,
  teams,
});

export const isSameDraft = (a: AccountDraft, b: AccountDraft) => JSON.stringify(a) === JSON.stringify(b);

/** What of a list is known; the rest of what was chosen is left out. */
export const among = <T extends string>(known: readonly T[], chosen: readonly unknown[]): T[] =>
  known.filter((one) => chosen.includes(one));

/** A draft kept over a reload. */
export function readAccountDraft(kept: unknown): AccountDraft | undefined {
  if (!isRecord(kept) || typeof kept.login !== "string" || typeof kept.name !== "string") return undefined;
  const role = roles.find((one) => one === kept.role);
  if (!role || typeof kept.capacity !== "number") return undefined;
  const { login, name, capacity } = kept;
  const listOf = (value: unknown) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);
  const languages = among(spoken, listOf(kept.languages));
  return { login, name, role, capacity, languages, areas: listOf(kept.areas), teams: listOf(kept.teams) };
}
