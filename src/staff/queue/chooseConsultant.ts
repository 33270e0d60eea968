import type { AtDesk, Unoffered } from "../doors";

/** `all_declined`: everybody who could take it has let it pass; `nobody`: whoever could take it is busy or away. */
export type Choice = { kind: "offer"; to: AtDesk } | { kind: "all_declined" } | { kind: "nobody" };

/**
 * Whom to offer a waiting conversation to. A team's conversation is only for its members. Who speaks the language and
 * knows the area is waited for while such a person is at the desk; after `widened`, or when there is none, anyone
 * will do: better than nobody.
 */
export function chooseConsultant(waiting: Unoffered, atDesk: AtDesk[], widened: boolean): Choice {
  const able = atDesk.filter(
    ({ capacity, teams }) => capacity > 0 && (waiting.teamId === undefined || teams.includes(waiting.teamId)),
  );
  const willing = able.filter(({ accountId }) => !waiting.declined.includes(accountId));
  if (willing.length === 0) return { kind: able.length > 0 ? "all_declined" : "nobody" };
  const [to] = withRoom(fitting(waiting, willing)).concat(widened ? withRoom(willing) : []);
  return to ? { kind: "offer", to } : { kind: "nobody" };
}

/** Those who speak the language, and of them those who know the area; everybody where nobody does. */
function fitting({ language, area }: Unoffered, people: AtDesk[]): AtDesk[] {
  const speaking = narrowed(people, ({ languages }) => languages.includes(language));
  return narrowed(speaking, ({ areas }) => area === undefined || areas.length === 0 || areas.includes(area));
}

function narrowed(people: AtDesk[], fits: (one: AtDesk) => boolean): AtDesk[] {
  const some = people.filter(fits);
  return some.length > 0 ? some : people;
}

/** The least busy first, then who has not been given one for longest. */
function withRoom(people: AtDesk[]): AtDesk[] {
  const busy = ({ load, capacity }: AtDesk) => load / capacity;
  const lastTaken = ({ lastTakenAt }: AtDesk) => lastTakenAt?.getTime() ?? 0;
  return people
    .filter(({ load, capacity }) => load < capacity)
    .sort((a, b) => busy(a) - busy(b) || lastTaken(a) - lastTaken(b) || (a.accountId < b.accountId ? -1 : 1));
}
