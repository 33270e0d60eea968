import { presentSince } from "../deskNow";
import type { StaffParts } from "../parts";
import { worksAtDesk } from "../queue/targets";
import type { Person } from "../wire";

/** Everybody with an account, also those who are gone: history names them. */
export type People = ReadonlyMap<string, Person & { canWork: boolean }>;

export async function readPeople(parts: StaffParts): Promise<People> {
  const { accounts, figures } = parts.store;
  const [all, seen] = await Promise.all([accounts.all(), figures.seenSince(presentSince(parts))]);
  return new Map(
    all.map(({ id, name, role, disabled }) => [
      id,
      { id, name, present: seen.has(id), canWork: !disabled && worksAtDesk(role) },
    ]),
  );
}

/** As lists show somebody; who has no account any more is still named by it. */
export function personOf(id: string, people: People): Person {
  const { name = id, present = false } = people.get(id) ?? {};
  return { id, name, present };
}
