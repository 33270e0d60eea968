import { sql } from "kysely";
import type { AppDevices } from "../api/app/doors";
import type { House } from "../channels/channel";
import type { ContentStore } from "../content/doors";
import type { PublicServiceRequest } from "../conversation/facts";
import type { Files } from "../conversation/files";
import type { Events, Mails, Outbox } from "../delivery/doors";
import type { TurnStore } from "../inbox/doors";
import type {
  ApiKeys,
  DecideAct,
  Notices,
  OfficeStore,
  PublicEvents,
  ServiceRequestStore,
  UnitDeliveries,
} from "../serviceRequests/doors";
import type { StaffStore } from "../staff/doors";
import { openAnsweredElsewhere } from "./answeredElsewhere";
import { appDevices } from "./appDevices";
import { type FilesAt, openBytes } from "./bytes/openBytes";
import { openChannelEvents } from "./channelEvents";
import { contentStore } from "./content/contentStore";
import { openConversations } from "./conversations";
import { type Database, type DatabaseOptions, openDatabase } from "./database";
import { keepFiles, openFiles } from "./files";
import { openOutbox } from "./outbox";
import { type Patience, usualPatience } from "./patience";
import { openReceipts } from "./receipts";
import { recentTexts } from "./recentTexts";
import { apiKeys } from "./requests/apiKeys";
import { unitDeliveries } from "./requests/deliveries";
import type { FormatNumber } from "./requests/file";
import { requestNotices } from "./requests/notices";
import { officeStore } from "./requests/officeStore";
import { openRequests } from "./requests/openRequests";
import { publicEvents } from "./requests/publicEvents";
import type { PageUrl } from "./runNext";
import { keptSecret } from "./secrets";
import { findServiceRequests } from "./serviceRequests";
import { staffMails } from "./staffMails";
import { openStaffStore } from "./staffStore";
import type { Store } from "./store";
import { openTurns } from "./turns";

export type StorageOptions = DatabaseOptions & {
  formatNumber: FormatNumber;
  /** The address of a reporter's page by its key; a path by itself. */
  pageUrl?: PageUrl;
  patience?: Patience;
  /** What a resident's act in the chat comes to; without it none can be done there. */
  decideAct?: DecideAct;
  /** Where the bytes of new files go; in the database without it. */
  filesAt?: FilesAt;
  /** Called with the conversation when a platform told what became of something in it. */
  onDelivery?(conversationId: string): void;
  now?(): Date;
} & Pick<Store, "onNews" | "onAlert">;

export type Storage = Database & {
  turns: TurnStore;
  conversations: House["conversations"];
  outbox: Outbox;
  events: Events;
  receipts: House["receipts"];
  answeredElsewhere: House["answeredElsewhere"];
  mails: Mails;
  files: Files;
  staff: StaffStore;
  content: ContentStore;
  /** What residents asked last, masked, each text once, the newest first. */
  recentTexts(most: number): Promise<{ text: string; times: number }[]>;
  requests: ServiceRequestStore;
  publicEvents: PublicEvents;
  deliveries: UnitDeliveries;
  notices: Notices;
  office: OfficeStore;
  apiKeys: ApiKeys;
  appDevices: AppDevices;
  /** Service requests by number, as anyone who knows the number may see them; unknown numbers are left out. */
  serviceRequests(ids: string[]): Promise<PublicServiceRequest[]>;
  /** Whether the database answers now. */
  answers(): Promise<boolean>;
  /** A random secret that all processes share, by name. */
  secret(name: string): Promise<string>;
};

/** Everything that is kept, behind the doors of the rooms. Close it when nobody uses it any more. */
export async function openStorage({
  formatNumber,
  pageUrl = (pageKey) => `/sprawa/${pageKey}`,
  patience = usualPatience,
  decideAct,
  filesAt = { kind: "database" },
  onNews,
  onAlert,
  onDelivery = () => {},
  now = () => new Date(),
  ...options
}: StorageOptions): Promise<Storage> {
  const database = await openDatabase(options);
  const { db, links } = database;
  const bytes = await openBytes(filesAt, db, options.dataFolder);
  const files = keepFiles(db, bytes, options.log);
  const store: Store = { db, onNews, onAlert };
  return {
    ...database,
    turns: openTurns({ ...store, links }, { formatNumber, patience, pageUrl, decideAct }),
    conversations: openConversations(store),
    outbox: openOutbox(db),
    events: openChannelEvents(db),
    receipts: openReceipts(store, now, onDelivery),
    answeredElsewhere: openAnsweredElsewhere(store, now),
    mails: staffMails(db),
    files: openFiles(files),
    requests: openRequests({ db, files, formatNumber }),
    publicEvents: publicEvents(db),
    deliveries: unitDeliveries(db),
    notices: requestNotices(store),
    office: officeStore(db),
    apiKeys: apiKeys(db),
    appDevices: appDevices(db),
    content: contentStore(db),
    recentTexts: (most) => recentTexts(db, most),
    staff: openStaffStore(store, { formatNumber, patience }),
    serviceRequests: (ids) => findServiceRequests(db, ids),
    answers: () => sql`select 1`.execute(db).then(() => true),
    secret: (name) => keptSecret(db, name),
    close: () => database.close().finally(bytes.close),
  };
}
