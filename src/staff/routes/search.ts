import { maskPersonalData } from "../../understanding/maskPersonalData";
import { presentSince } from "../deskNow";
import type { Narrowed } from "../doors";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse } from "../route";
import { soughtIn } from "../stems";
import { queueItem } from "../views";
import { ConversationsQuery, type FiltersView, type Paged, type QueueItem } from "../wire";
import { cursorOf, readCursor } from "./cursor";

const PAGE = 50;

/** A page of a list of the inbox, narrowed as asked. What is left empty narrows nothing. */
async function conversations({ query, session }: Call, parts: StaffParts): Promise<Answer> {
  const { before: cursor, ...rest } = query;
  const read = ConversationsQuery.safeParse(given(rest));
  if (!read.success)
    return refuse(400, { code: "wrong_body", fields: read.error.issues.map(({ path }) => path.join(".")) });
  const { q = "", view, ...narrowed } = read.data;
  const before = readCursor(cursor);
  const words = soughtIn(q);
  const wanted = { view, accountId: session.account.id, ...defined(narrowed), ...(words && { words }) };
  const { items, next } = await parts.store.desk.page(presentSince(parts), {
    ...wanted,
    ...(before && { before }),
    most: PAGE,
  });
  const { names } = parts.content();
  const page: Paged<QueueItem> = {
    items: items.map((item) => queueItem(item, names, item.position)),
    ...(next && { next: cursorOf(next.at, next.id) }),
  };
  return ok(page);
}

/** What the lists can be narrowed by. */
async function filters(_call: Call, { store, content }: StaffParts): Promise<Answer> {
  const [{ channels, tags }, teams] = await Promise.all([store.desk.filters(), store.teams.all()]);
  const view: FiltersView = {
    channels,
    tags,
    areas: content().areas.map(({ id, name }) => ({ id, name: name.pl })),
    teams: teams.map(({ id, name }) => ({ id, name })),
  };
  return ok(view);
}

const given = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

type Filters = Pick<Narrowed, "channel" | "language" | "area" | "team" | "tag">;

function defined({ channel, language, area, team, tag }: { [F in keyof Filters]: Filters[F] | undefined }): Filters {
  return {
    ...(channel !== undefined && { channel }),
    ...(language !== undefined && { language }),
    ...(area !== undefined && { area }),
    ...(team !== undefined && { team }),
    ...(tag !== undefined && { tag }),
  };
}

export const searchRoutes: Route[] = [
  {
    method: "GET",
    path: "conversations",
    right: "read_desk",
    handle: conversations,
    what: "a list, ?view=&q=&channel=&language=&area=&team=&tag=&before=",
    audit: {
      act: "searched",
      when: ({ query }) => Boolean(query.q?.trim()),
      details: ({ query }) => ({ q: maskPersonalData(query.q ?? "") }),
    },
  },
  { method: "GET", path: "filters", right: "read_desk", handle: filters, what: "what lists can be narrowed by" },
];
