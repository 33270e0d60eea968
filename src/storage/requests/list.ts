import { type Kysely, sql } from "kysely";
import type { Filter, ListedRequest, Page, ServiceRequest } from "../../serviceRequests/doors";
import type { Tables } from "../tables";
import { conditionOf } from "./condition";
import { listedOf, listedRows, requestOf, wholeRows } from "./rowOf";

const AT_ONCE = 500;

/** A page of a list, newest first. */
export async function list(db: Kysely<Tables>, filter: Filter, page: Page): Promise<ListedRequest[]> {
  const { most, after, skip, order } = page;
  let query = listedRows(db).where(conditionOf(filter));
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(request.requested_at, request.id)
        < ((select requested_at from service_requests where id = ${after}), ${after})`,
    );
  if (skip) query = query.offset(skip);
  if (order === "supported") query = query.orderBy("supporters", "desc");
  const rows = await query.orderBy("request.requested_at", "desc").orderBy("request.id", "desc").limit(most).execute();
  return rows.map(listedOf);
}

export async function count(db: Kysely<Tables>, filter: Filter): Promise<number> {
  const { counted } = await db
    .selectFrom("service_requests as request")
    .select(({ fn }) => fn.countAll<number>().as("counted"))
    .where(conditionOf(filter))
    .executeTakeFirstOrThrow();
  return counted;
}

/** Everything that fits, oldest first, a few hundred at a time. */
export async function* stream(db: Kysely<Tables>, filter: Filter): AsyncGenerator<ServiceRequest> {
  const all = wholeRows(db).where(conditionOf(filter)).orderBy("request.requested_at").orderBy("request.id");
  for (let last: { requested_at: Date; id: string } | undefined; ; ) {
    const seen = last;
    const next = seen
      ? all.where(sql<boolean>`(request.requested_at, request.id) > (
      (select requested_at from service_requests where id = ${seen.id}), ${seen.id})`)
      : all;
    const rows = await next.limit(AT_ONCE).execute();
    for (const row of rows) yield requestOf(row);
    last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
  }
}
