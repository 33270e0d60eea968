import { type Role, rightsOf } from "../account";
import type { Colleague } from "../doors";
import type { StaffParts } from "../parts";
import type { Target } from "../passingOn";
import { HERE_MS } from "../presence";

/** A person gets this many times longer than the queue's own offers, because somebody chose them. */
const PATIENCE = 2;

/** Whether people with this role answer residents. */
export function worksAtDesk(role: Role): boolean {
  return rightsOf({ role, mustChangePassword: false, secondFactor: true }, []).includes("work_desk");
}

export async function findColleague(accountId: string, parts: StaffParts): Promise<Colleague | undefined> {
  const found = (await everybody(parts)).find((one) => one.accountId === accountId);
  return found && worksAtDesk(found.role) ? found : undefined;
}

/** Where a conversation may go, and whether anybody of them is at the desk. */
export async function findTarget(
  to: { account: string } | { team: string },
  parts: StaffParts,
): Promise<{ id: string; to: Target; isThere: boolean } | undefined> {
  if ("account" in to) {
    const found = await findColleague(to.account, parts);
    const until = new Date(parts.now().getTime() + PATIENCE * parts.settings.offerSeconds * 1000);
    const { account: id } = to;
    return found && { id, to: { account: id, name: found.name, until }, isThere: found.available };
  }
  const team = (await parts.store.teams.all()).find(({ id }) => id === to.team);
  if (!team) return undefined;
  const isThere = (await everybody(parts)).some(({ available, teams }) => available && teams.includes(team.id));
  return { id: team.id, to: { team: team.id, name: team.name }, isThere };
}

const everybody = ({ store, now }: StaffParts) => store.queue.colleagues(new Date(now().getTime() - HERE_MS));
