import { randomUUID } from "node:crypto";
import type { Person } from "./person";
import type { StaffHouse } from "./staffHouse";

/** The person's page is open, and takes conversations or does not. */
export const here = (person: Person, available = true) => person.posts("presence", { available, active: true });

export const words = (text: string, lastSeq: number) => ({ text, lastSeq, key: randomUUID() });

export const ids = (items: { id: string }[]) => items.map(({ id }) => id);

/** A conversation from the queue that this person has just taken over. */
export async function takenBy(
  person: Person,
  house: StaffHouse,
  given: Parameters<StaffHouse["conversation"]>[0] = {},
) {
  const id = await house.conversation({ speaker: "waiting", ...given });
  await here(person);
  const { body } = await person.posts(`conversations/${id}/take`);
  const lastSeq: number = body.lastSeq;
  return { id, lastSeq };
}
