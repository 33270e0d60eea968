import type { IncomingMessage } from "node:http";
import type { Bus } from "../conversation/bus";
import type { DialogState } from "../conversation/conversation";
import type { Files } from "../conversation/files";
import type { Log } from "../conversation/log";
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
  names: StaffNames;
};

/** How editors' files call things, in Polish. */
export type StaffNames = SummaryNames & {
  /** The answer as a person says it: a choice's title instead of its value. */
  answer(state: DialogState, slot: string): string;
};
