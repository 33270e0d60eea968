import type { IncomingMessage } from "node:http";
import type { Bus } from "../conversation/bus";
import type { Files } from "../conversation/files";
import type { Log } from "../conversation/log";
import type { Intent } from "../conversation/understanding";
import type { SummaryNames } from "../handoff/summary";
import type { StaffStore } from "./doors";

/** All the staff room needs of the house. */
export type StaffParts = {
  store: StaffStore;
  bus: Bus;
  log: Log;
  now(): Date;
  /** Who calls, and under which scheme, host and port. */
  addresses: { clientAddress(request: IncomingMessage): string; ownOrigin(request: IncomingMessage): string };
  files: Pick<Files, "load">;
  /** How editors' files call things, in Polish. */
  names: SummaryNames;
  /** Whether editors' files hold what an intent names. */
  knows(intent: Intent): boolean;
};
