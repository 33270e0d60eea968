import type { Bus } from "../../conversation/bus";
import type { Viewer } from "../wire";

/** A page says every 10 s what it looks at. */
const FORGET_MS = 25_000;

type Look = { accountId: string; typing: boolean; until: number };
type Viewing = { conversationId: string; pageId: string; accountId: string; state: "looks" | "types" | "gone" };

/** Who looks at which conversation, over all processes. `names` finds a person's name. */
export function watchViewers(
  bus: Bus,
  {
    now,
    names,
    changed,
  }: { now(): number; names(accountId: string): Promise<string>; changed(conversationId: string): void },
) {
  const looks = new Map<string, Map<string, Look>>();

  const hear = (note: string): void => {
    const { conversationId, pageId, accountId, state } = readNote(note);
    const pages = looks.get(conversationId) ?? new Map<string, Look>();
    const before = pages.get(pageId);
    const typing = state === "types";
    if (state === "gone") pages.delete(pageId);
    else pages.set(pageId, { accountId, typing, until: now() + FORGET_MS });
    if (pages.size > 0) looks.set(conversationId, pages);
    else looks.delete(conversationId);
    if (state === "gone" ? before : before?.typing !== typing) changed(conversationId);
  };
  const forget = (): void => {
    for (const [conversationId, pages] of looks) {
      const over = [...pages].filter(([, { until }]) => until <= now());
      for (const [pageId] of over) pages.delete(pageId);
      if (pages.size === 0) looks.delete(conversationId);
      if (over.length > 0) changed(conversationId);
    }
  };
  const unsubscribe = bus.subscribe("viewing", hear);
  const timer = setInterval(forget, FORGET_MS / 5);

  return {
    /** Tells every process what a page looks at. */
    say: (viewing: Viewing) => void bus.publish("viewing", noteOf(viewing)),
    /** The people who look at the conversation, but this one. */
    async of(conversationId: string, exceptAccountId: string): Promise<Viewer[]> {
      const people = new Map<string, boolean>();
      for (const { accountId, typing } of looks.get(conversationId)?.values() ?? [])
        people.set(accountId, typing || (people.get(accountId) ?? false));
      people.delete(exceptAccountId);
      const viewers = [...people].map(async ([id, typing]) => ({ id, name: await names(id), typing }));
      return Promise.all(viewers);
    },
    close(): void {
      clearInterval(timer);
      unsubscribe();
    },
  };
}

const noteOf = ({ conversationId, pageId, accountId, state }: Viewing) =>
  `${conversationId}:${pageId}:${accountId}:${state}`;

/** The id of a conversation may hold colons; the others never do. */
function readNote(note: string): Viewing {
  const parts = note.split(":");
  const [pageId = "", accountId = "", state = ""] = parts.slice(-3);
  const known = state === "types" || state === "looks" ? state : "gone";
  return { conversationId: parts.slice(0, -3).join(":"), pageId, accountId, state: known };
}
