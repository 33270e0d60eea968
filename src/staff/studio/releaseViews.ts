import type { Release } from "../../content/doors";
import type { ReleaseRow } from "../wire";

/** A release as lists show it. */
export function releaseRow({ at, by, approvedBy, ...same }: Release): ReleaseRow {
  return {
    ...same,
    at: at.toISOString(),
    ...(by && { by: by.name }),
    ...(approvedBy && { approvedBy: approvedBy.name }),
  };
}
