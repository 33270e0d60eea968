import type { ListedRequest } from "../../serviceRequests/doors";
import type { StaffContent } from "../parts";
import type { RequestRow } from "../wire";
import { type People, personOf } from "./people";

const LONGEST_SUMMARY = 160;

export type Known = { content: StaffContent; people: People; at: Date };

/** A service request as the list shows it. */
export function requestRow(listed: ListedRequest, { content, people, at }: Known): RequestRow {
  const { id, kind, state, place, followers, supporters, description, address, district, point, dueAt } = listed;
  const { names } = content;
  return {
    ...{ id, kind, state, place, followers, supporters, public: listed.public, version: listed.version },
    service: { code: listed.service, label: names.service(listed.service) },
    unit: { id: listed.unit, name: names.unit(listed.unit) },
    summary: shortened(description),
    since: listed.stateSince.toISOString(),
    requestedAt: listed.requestedAt.toISOString(),
    updatedAt: listed.updatedAt.toISOString(),
    overdue: listed.status === "open" && dueAt !== undefined && dueAt < at,
    awaitsModeration: listed.public && listed.publicText === undefined,
    ...(address !== undefined && { address }),
    ...(district !== undefined && { district }),
    ...(point && { point }),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    ...(listed.assignedTo !== undefined && { assignedTo: personOf(listed.assignedTo, people) }),
  };
}

function shortened(text: string): string {
  return text.length > LONGEST_SUMMARY ? `${text.slice(0, LONGEST_SUMMARY - 1)}…` : text;
}
