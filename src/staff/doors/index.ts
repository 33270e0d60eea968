import type { StaffAccounts, StaffTeams } from "./accounts";
import type { StaffDesk } from "./desk";
import type { StaffCalls, StaffFigures } from "./figures";
import type { StaffAlerts, StaffLabels } from "./labels";
import type { StaffMails } from "./mails";
import type { StaffBlocks, StaffNotes, StaffRatings } from "./notes";
import type { StaffQuestions } from "./questions";
import type { StaffQueue, StaffTimers } from "./queue";
import type { StaffRegression } from "./regression";
import type { StaffSearch } from "./search";
import type { LoginFailures, StaffAudit, StaffPresence, StaffSessions } from "./sessions";

export type * from "./accounts";
export type * from "./desk";
export type * from "./figures";
export type * from "./labels";
export type * from "./mails";
export type * from "./notes";
export type * from "./questions";
export type * from "./queue";
export type * from "./regression";
export type * from "./search";
export type * from "./sessions";

/** Everything the store does for staff. */
export type StaffStore = {
  accounts: StaffAccounts;
  teams: StaffTeams;
  sessions: StaffSessions;
  failures: LoginFailures;
  presence: StaffPresence;
  audit: StaffAudit;
  desk: StaffDesk;
  queue: StaffQueue;
  timers: StaffTimers;
  notes: StaffNotes;
  ratings: StaffRatings;
  blocks: StaffBlocks;
  search: StaffSearch;
  calls: StaffCalls;
  figures: StaffFigures;
  mails: StaffMails;
  alerts: StaffAlerts;
  labels: StaffLabels;
  questions: StaffQuestions;
  regression: StaffRegression;
};
