import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Speaker } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { MessageForm } from "../conversation/messageForm";
import type { Entry, Occasion } from "../conversation/transcript";
import type { State } from "../serviceRequests/doors";
import type { KeptIn } from "./bytes/openBytes";
import type { ChannelTables } from "./channelTables";
import type { ContentTables } from "./contentTables";
import type { Json } from "./json";
import type { RegressionTables } from "./regressionTables";
import type { RequestTables } from "./requestTables";
import type { StaffTables } from "./staffTables";

type JsonOrNull = ColumnType<unknown, string | null, string | null>;
/** With a default. */
type JsonOrEmpty = ColumnType<unknown, string | undefined, string>;

type Conversations = {
  id: string;
  channel: string;
  resident_id: string;
  address: JsonOrNull;
  speaker: Speaker;
  consultant_id: string | null;
  version: Generated<number>;
  last_seq: Generated<number>;
  memory: Json;
  waiting_since: Date | null;
  created_at: Date;
  updated_at: Date;
};

type Entries = {
  conversation_id: string;
  seq: number;
  id: string;
  author: Entry["author"];
  author_name: string | null;
  text: string;
  choices: JsonOrNull;
  attachments: JsonOrNull;
  occasion: Occasion | null;
  form: MessageForm | null;
  channel: string;
  external_id: string | null;
  state: "pending" | "done";
  failures: Generated<number>;
  at: Date;
};

type TurnRecords = {
  conversation_id: string;
  seq: number;
  at: Date;
  language: Language;
  decision: string;
  record: Json;
  /** Read off the record by the database: the article a message asked for, the one told, and the part pressed for. */
  asked_article: GeneratedAlways<string | null>;
  told_article: GeneratedAlways<string | null>;
  told_part: GeneratedAlways<string | null>;
  /** The resident's own words, masked, where they were answered or not understood. */
  question: GeneratedAlways<string | null>;
};

type ServiceRequests = {
  id: string;
  same_as: string;
  conversation_id: string | null;
  service: string;
  kind: "report" | "idea";
  service_version: string;
  routed_because: string;
  description: string;
  place: string;
  answers: Json;
  contact: Json;
  attachments: Json;
  language: Language;
  requested_at: Date;
  status: "open" | "closed";
  status_notes: string;
  agency_responsible: string;
  updated_at: Date;
  state: Generated<State>;
  state_since: Date;
  version: Generated<number>;
  page_key: string;
  token: string | null;
  source: Generated<string>;
  lat: number | null;
  long: number | null;
  address: string | null;
  district: string | null;
  public: Generated<boolean>;
  public_text: string | null;
  public_photos: JsonOrEmpty;
  forwarded: Generated<boolean>;
  asked_in: State | null;
  assigned_to: string | null;
  due_at: Date | null;
  duplicate_of: string | null;
  split_from: string | null;
  first_done_at: Date | null;
};

type ServiceRequestEvents = {
  service_request_id: string;
  number: number;
  at: Date;
  actor: string;
  kind: string;
  status: "open" | "closed";
  status_notes: string;
  agency_responsible: string;
  state: Generated<State>;
  because: Generated<string>;
  words: Generated<string>;
  attachments: JsonOrEmpty;
  outside: JsonOrNull;
  into_request: string | null;
};

type ContactTasks = {
  id: string;
  same_as: string;
  conversation_id: string | null;
  contact: string;
  matter: string;
  language: Language;
  created_at: Date;
  done_at: Date | null;
  done_by: string | null;
};

type Files = {
  id: string;
  conversation_id: string | null;
  service_request_id: string | null;
  name: string;
  content_type: string;
  size_bytes: number;
  /** Null while they lie elsewhere. */
  bytes: Buffer | null;
  kept_in: Generated<KeptIn>;
  created_at: Generated<Date>;
};

/** Every table as queries see it; the schema itself is in `migrations/`. */
export type Tables = StaffTables &
  ChannelTables &
  ContentTables &
  RequestTables &
  RegressionTables & {
    conversations: Conversations;
    entries: Entries;
    turn_records: TurnRecords;
    service_requests: ServiceRequests;
    service_request_events: ServiceRequestEvents;
    service_request_counters: { year: number; last: number };
    contact_tasks: ContactTasks;
    files: Files;
    secrets: { name: string; value: string };
  };
