import type { StaffStore } from "../staff/doors";
import { staffAlerts } from "./alerts";
import type { Patience } from "./patience";
import { staffLabels } from "./proposedLabels";
import { staffQuestions } from "./questions";
import { staffRegression } from "./regression";
import type { FormatNumber } from "./requests/file";
import { staffAccounts } from "./staffAccounts";
import { staffAudit } from "./staffAudit";
import { staffBlocks } from "./staffBlocks";
import { staffCalls } from "./staffCalls";
import { staffDesk } from "./staffDesk";
import { staffFigures } from "./staffFigures";
import { staffMails } from "./staffMails";
import { staffNotes } from "./staffNotes";
import { staffQueue } from "./staffQueue";
import { staffRatings } from "./staffRatings";
import { staffSearch } from "./staffSearch";
import { loginFailures, staffPresence, staffSessions } from "./staffSessions";
import { staffTeams } from "./staffTeams";
import { staffTimers } from "./staffTimers";
import type { Store } from "./store";

/** Everything the store does for staff. */
export function openStaffStore(
  { db, onNews }: Store,
  settings: { formatNumber: FormatNumber; patience: Patience },
): StaffStore {
  return {
    accounts: staffAccounts(db),
    teams: staffTeams(db),
    sessions: staffSessions(db),
    failures: loginFailures(db),
    presence: staffPresence(db),
    audit: staffAudit(db),
    desk: staffDesk({ db, onNews, ...settings }),
    queue: staffQueue(db),
    timers: staffTimers(db),
    notes: staffNotes(db),
    ratings: staffRatings(db),
    blocks: staffBlocks(db),
    search: staffSearch(db),
    calls: staffCalls({ db, onNews, ...settings }),
    figures: staffFigures(db),
    mails: staffMails(db),
    alerts: staffAlerts(db),
    labels: staffLabels(db),
    questions: staffQuestions(db),
    regression: staffRegression(db),
  };
}
