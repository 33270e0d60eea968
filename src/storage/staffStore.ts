import type { StaffStore } from "../staff/doors";
import { staffAlerts } from "./alerts";
import { staffLabels } from "./proposedLabels";
import { staffAccounts } from "./staffAccounts";
import { staffDesk } from "./staffDesk";
import { loginFailures, staffPresence, staffSessions } from "./staffSessions";
import type { Store } from "./store";

/** Everything the store does for staff. */
export function openStaffStore({ db, onNews }: Store): StaffStore {
  return {
    accounts: staffAccounts(db),
    sessions: staffSessions(db),
    failures: loginFailures(db),
    presence: staffPresence(db),
    desk: staffDesk({ db, onNews }),
    alerts: staffAlerts(db),
    labels: staffLabels(db),
  };
}
