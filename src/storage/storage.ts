import { sql } from "kysely";
import type { House } from "../channels/channel";
import type { PublicServiceRequest } from "../conversation/facts";
import type { Files } from "../conversation/files";
import type { Outbox } from "../delivery/doors";
import type { TurnStore } from "../inbox/doors";
import type { StaffStore } from "../staff/doors";
import { openConversations } from "./conversations";
import { type Database, type DatabaseOptions, openDatabase } from "./database";
import type { FormatNumber } from "./effects";
import { openFiles } from "./files";
import { openOutbox } from "./outbox";
import { keptSecret } from "./secrets";
import { findServiceRequests } from "./serviceRequests";
import { openStaffStore } from "./staffStore";
import type { Store } from "./store";
import { openTurns } from "./turns";

export type StorageOptions = DatabaseOptions & { formatNumber: FormatNumber } & Pick<Store, "onNews" | "onAlert">;

export type Storage = Database & {
  turns: TurnStore;
  conversations: House["conversations"];
  outbox: Outbox;
  files: Files;
  staff: StaffStore;
  /** Service requests by number, as anyone who knows the number may see them; unknown numbers are left out. */
  serviceRequests(ids: string[]): Promise<PublicServiceRequest[]>;
  /** Whether the database answers now. */
  answers(): Promise<boolean>;
  /** A random secret that all processes share, by name. */
  secret(name: string): Promise<string>;
};

/** Everything that is kept, behind the doors of the rooms. Close it when nobody uses it any more. */
export async function openStorage({ formatNumber, onNews, onAlert, ...options }: StorageOptions): Promise<Storage> {
  const database = await openDatabase(options);
  const { db, links } = database;
  const store: Store = { db, onNews, onAlert };
  return {
    ...database,
    turns: openTurns({ ...store, links }, formatNumber),
    conversations: openConversations(store),
    outbox: openOutbox(db),
    files: openFiles(db),
    staff: openStaffStore(store),
    serviceRequests: (ids) => findServiceRequests(db, ids),
    answers: () => sql`select 1`.execute(db).then(() => true),
    secret: (name) => keptSecret(db, name),
  };
}
