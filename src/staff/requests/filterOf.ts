import type { z } from "zod";
import type { Filter } from "../../serviceRequests/doors";
import { hoursOf } from "../figures";
import type { Call } from "../route";
import { RequestsQuery } from "../wire";

type Asked = Omit<z.infer<typeof RequestsQuery>, "before">;

/** What the store is asked for. `me`: the account that "me" stands for. */
export function filterOf(asked: Asked, { me, at }: { me: string; at: Date }): Filter {
  const { q, services, units, states, status, kind, districts, assigned, overdue, byHand, from, to } = asked;
  return {
    ...(q && { text: q }),
    ...(services && { services }),
    ...(units && { units }),
    ...(states && { states }),
    ...(status && { status: [status] }),
    ...(kind && { kind }),
    ...(districts && { districts }),
    ...(assigned && { assignedTo: assigned === "me" ? me : assigned }),
    ...(overdue && { overdueAt: at }),
    ...(byHand && { byHand: true }),
    ...(from && { requestedFrom: hoursOf(from).from }),
    ...(to && { requestedTo: new Date(hoursOf(to).to.getTime() - 1) }),
  };
}

/** What is left empty narrows nothing. */
export const given = (query: Call["query"]) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

/** The query's filter, or the fields that are wrong. */
export function readFilter(call: Call, at: Date): { filter: Filter; before?: string } | { fields: string[] } {
  const read = RequestsQuery.safeParse(given(call.query));
  if (!read.success) return { fields: read.error.issues.map(({ path }) => path.join(".")) };
  const { before, ...asked } = read.data;
  return { filter: filterOf(asked, { me: call.session.account.id, at }), ...(before && { before }) };
}
