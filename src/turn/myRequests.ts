import type { Facts, MyServiceRequest } from "../conversation/facts";
import { RequestAct } from "../conversation/reply";
import { reopenUntil } from "../serviceRequests/acts";
import { transitions } from "../serviceRequests/lifeCycle";
import { type Office, timingOf } from "../serviceRequests/office";

/** The resident's own service request, with what they may do about it now. */
export type MyRequest = MyServiceRequest & { acts: RequestAct[] };

/** What was filed in this conversation, the newest first. */
export function myRequests({ mine = [], now }: Pick<Facts, "mine" | "now">, office: Office): MyRequest[] {
  return mine.map((request) => ({ ...request, acts: actsOn(request, now, office) }));
}

function actsOn({ state, stateSince, service, confirmed }: MyServiceRequest, now: Date, office: Office): RequestAct[] {
  const late = now > reopenUntil({ stateSince }, timingOf(office, service));
  // Said once is enough; what became of an idea is read, not seen on the spot.
  const settled = confirmed || service === "idea";
  return RequestAct.options.filter(
    (act) =>
      transitions[act].from.some((from) => from === state) &&
      !(act === "reopen" && late) &&
      !(act === "confirm" && settled),
  );
}
