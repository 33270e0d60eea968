import type { RequestAct } from "../conversation/reply";
import { reopenUntil } from "../serviceRequests/acts";
import { actsFor } from "../serviceRequests/lifeCycle";
import { timingOf } from "../serviceRequests/office";
import type { Names } from "../serviceRequests/sentences";
import type { News } from "./noticeText";

/** What the reporter may do at once about what they are told: say that it is fixed, or that it is not settled. */
export function actsUnder({ notice, request }: News, { office }: Pick<Names, "office">, now: Date): RequestAct[] {
  if (notice.follower.kind !== "reporter") return [];
  const possible = actsFor(request.state, "resident");
  const late = now > reopenUntil(request, timingOf(office, request.service));
  const acts: RequestAct[] = [];
  // What became of an idea is read, not seen on the spot.
  if (possible.includes("confirm") && request.kind === "report") acts.push("confirm");
  if (possible.includes("reopen") && !late) acts.push("reopen");
  return acts;
}
