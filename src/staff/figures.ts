import { type Account, rightsOf } from "./account";
import type { Listed } from "./doors";
import type { StaffContent, StaffParts } from "./parts";
import { HERE_MS } from "./presence";
import { queueItem } from "./views";
import type { DayView, PeopleView } from "./wire";

const MINUTE = 60_000;
const LISTED_AT_MOST = 1_000;

const krakow = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw", dateStyle: "short", timeStyle: "short" });

/** The day in Kraków at a moment, YYYY-MM-DD. */
export const dayOf = (moment: Date) => krakow.format(moment).slice(0, 10);

/** From midnight to midnight in Kraków: 23, 24 or 25 hours. */
export function hoursOf(day: string): { from: Date; to: Date } {
  const next = new Date(Date.parse(`${day}T12:00:00Z`) + 24 * 60 * MINUTE).toISOString().slice(0, 10);
  return { from: midnight(day), to: midnight(next) };
}

/** Kraków is one or two hours ahead of UTC; the right one is the one that shows midnight there. */
function midnight(day: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const summer = new Date(asUtc - 120 * MINUTE);
  return krakow.format(summer) === `${day} 00:00` ? summer : new Date(asUtc - 60 * MINUTE);
}

/** The figures of one day, with the areas' names. */
export async function dayView({ store, content }: StaffParts, day: string): Promise<DayView> {
  const { from, to } = hoursOf(day);
  const figures = await store.figures.day(from, to);
  const names = new Map(content().areas.map(({ id, name }) => [id, name.pl]));
  return { day, ...figures, byArea: figures.byArea.map((one) => ({ ...one, name: names.get(one.area) ?? one.area })) };
}

/** Who is at the desk now, what each holds, and how long people wait. */
export async function peopleView({ store, content, now }: StaffParts): Promise<PeopleView> {
  const at = now();
  const here = new Date(at.getTime() - HERE_MS);
  const midnight = hoursOf(dayOf(at)).from;
  const waiting = await store.desk.waiting(here, LISTED_AT_MOST);
  const held = await store.desk.held(here, LISTED_AT_MOST);
  const teams = new Map((await store.teams.all()).map(({ id, name }) => [id, name]));
  const desk = { waiting, held, teams, content: content() };
  const seen = await store.figures.seenSince(here);
  const closed = await store.figures.closedSince(midnight);
  const accounts = (await store.accounts.all()).filter(worksAtDesk);
  const longest = waiting[0]?.waitingSince;
  return {
    people: accounts.map((account) => ({
      ...personView(account, desk),
      present: seen.has(account.id),
      available: seen.get(account.id) ?? false,
      closedToday: closed.get(account.id) ?? 0,
    })),
    waiting: waiting.length,
    ...(longest && { longestWaitSince: longest.toISOString() }),
    snoozed: held.filter(({ snoozedUntil }) => snoozedUntil).length,
    wait: await store.figures.waits(midnight),
  };
}

function worksAtDesk(account: Account): boolean {
  return !account.disabled && rightsOf({ ...account, mustChangePassword: false }, []).includes("work_desk");
}

type Desk = { waiting: Listed[]; held: Listed[]; teams: ReadonlyMap<string, string>; content: StaffContent };

function personView({ id, name, role, capacity, languages, ...account }: Account, desk: Desk) {
  const { waiting, held, teams, content } = desk;
  const areas = new Map(content.areas.map((area) => [area.id, area.name.pl]));
  const mine = held.filter(({ holder, snoozedUntil }) => holder?.id === id && !snoozedUntil);
  return {
    id,
    name,
    role,
    capacity,
    languages,
    areas: account.areas.map((area) => areas.get(area) ?? area),
    teams: account.teams.map((team) => teams.get(team) ?? team),
    conversations: mine.map((listed) => {
      const { id: conversation, topic, since, awaitsReply } = queueItem(listed, content.names);
      return { id: conversation, ...(topic !== undefined && { topic }), since, awaitsReply };
    }),
    offered: waiting.filter(({ offered }) => offered?.to.id === id).length,
  };
}
