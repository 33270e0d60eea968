import type { Language } from "../../conversation/language";
import type { Attachment } from "../../conversation/message";
import type { NewServiceRequest } from "../../conversation/outcome";
import type { Point } from "../../conversation/place";
import type { ActKind, State } from "../lifeCycle";
import type { Change, Current, Outside, Refusal } from "./acts";

/** One line of the history; nothing of it is ever overwritten. `sentence` is what the public may read, in Polish. */
export type RequestEvent = {
  number: number;
  at: Date;
  kind: ActKind | "filed";
  /** "resident", "system", "consultant:<account>", "unit:<unit>" or "unit:<unit>:consultant:<account>". */
  actor: string;
  state: State;
  unit: string;
  because: string;
  /** As written by the resident, the unit or staff; for the reporter, the unit and staff only. */
  words: string;
  attachments: Attachment[];
  sentence: string;
  outside?: Outside;
  into?: string;
};

/** A whole service request, for staff and for whoever holds its key. */
export type ServiceRequest = {
  id: string;
  /** Opens the reporter's page; unguessable. */
  pageKey: string;
  conversationId?: string;
  service: string;
  serviceVersion: string;
  kind: "report" | "idea";
  state: State;
  stateSince: Date;
  version: number;
  status: "open" | "closed";
  /** The newest event's sentence. */
  sentence: string;
  unit: string;
  because: string;
  description: string;
  /** In the resident's words. */
  place: string;
  /** As read back: "ul. Długa 12". */
  address?: string;
  point?: Point;
  district?: string;
  answers: Record<string, string>;
  contact: { phone?: string; email?: string };
  attachments: Attachment[];
  language: Language;
  source: string;
  /** Whether anybody may see that it exists: state, kind, place. */
  public: boolean;
  /** The description as a person released it for everybody; the original stays as it was. */
  publicText?: string;
  /** Photos released for everybody, by id. */
  publicPhotos: string[];
  assignedTo?: string;
  dueAt?: Date;
  duplicateOf?: string;
  /** The one it was the second matter of. */
  splitFrom?: string;
  requestedAt: Date;
  updatedAt: Date;
  followers: number;
  supporters: number;
};

/** What lists show. */
export type ListedRequest = Omit<
  ServiceRequest,
  "answers" | "contact" | "attachments" | "conversationId" | "serviceVersion"
>;

export type Bounds = { south: number; west: number; north: number; east: number };

/** Everything a list can be narrowed by; what is left out does not narrow. Dates are inclusive. */
export type Filter = {
  ids?: string[];
  services?: string[];
  units?: string[];
  states?: State[];
  status?: ("open" | "closed")[];
  kind?: "report" | "idea";
  districts?: string[];
  assignedTo?: string;
  /** Filed in that conversation. */
  conversationId?: string;
  /** Only what everybody may see. */
  public?: boolean;
  /** Only what a person released a text of. */
  released?: boolean;
  overdueAt?: Date;
  /** Only what waits for a person to tell its unit, which has no way, and nobody has told it yet. */
  byHand?: boolean;
  requestedFrom?: Date;
  requestedTo?: Date;
  updatedFrom?: Date;
  updatedTo?: Date;
  bounds?: Bounds;
  /** Duplicates of that one. */
  duplicateOf?: string;
  /** Words of the description, place or number. */
  text?: string;
};

/**
 * Newest first; `after` is the last one of the page before, `skip` how many are left out before this page begins.
 * `supported`: the most supported first; goes with `skip` only.
 */
export type Page = { most: number; after?: string; skip?: number; order?: "supported" };

/** One thing on a map: a single request, or several that are too near each other to be told apart at this zoom. */
export type MapMark = { point: Point; count: number; id?: string; service?: string; state?: State };

export type Nearby = {
  id: string;
  service: string;
  state: State;
  metres: number;
  address?: string;
  requestedAt: Date;
  /** The reporter and everybody who follows. */
  people: number;
  publicText?: string;
};

export type Followed = { by: { conversationId: string } | { email: string }; language: Language };

/** The second matter of a service request, as it is filed. `photos`: files of the first that go along, by id. */
export type SecondMatter = { request: NewServiceRequest; photos: string[] };

export type FiledRequest = { id: string; pageKey: string; token: string };

export type ServiceRequestStore = {
  /** Files it once per `sameAs`, outside a conversation's turn. `token`: what `findByToken` knows it by. */
  file(request: NewServiceRequest & { source: string; conversationId?: string }, at: Date): Promise<FiledRequest>;
  /** Locks it, hands it to `decide` and commits what that answers, in one transaction: event, deliveries, notices, timers. */
  act(
    id: string,
    decide: (current: Current) => Change | Refusal,
    at: Date,
  ): Promise<{ number: number; state: State } | Refusal>;
  /**
   * Files its second matter, in the same conversation and with copies of the photos where those are needed, and
   * commits that with what `decide` answers, in one transaction; once per `sameAs`, whatever happened since.
   */
  split(
    id: string,
    second: SecondMatter,
    decide: (current: Current) => Change | Refusal,
    at: Date,
  ): Promise<{ id: string } | Refusal>;
  find(id: string): Promise<ServiceRequest | undefined>;
  findByPageKey(pageKey: string): Promise<ServiceRequest | undefined>;
  findByToken(token: string): Promise<{ id?: string } | undefined>;
  events(id: string): Promise<RequestEvent[]>;
  list(filter: Filter, page: Page): Promise<ListedRequest[]>;
  count(filter: Filter): Promise<number>;
  marks(filter: Filter & { bounds: Bounds }, gridDegrees: number, most: number): Promise<MapMark[]>;
  /** Open ones of that kind within so many metres, nearest first. */
  nearby(search: {
    point: Point;
    service?: string;
    metres: number;
    except?: string;
    most: number;
    public?: boolean;
  }): Promise<Nearby[]>;
  /** Everything that fits, oldest first, without holding it in memory. */
  stream(filter: Filter): AsyncIterable<ServiceRequest>;
  follow(id: string, followed: Followed, at: Date): Promise<{ key: string; already: boolean }>;
  /** Whose news that key is for; `ended` once none is wanted any more. */
  findFollower(key: string): Promise<{ id: string; language: Language; ended: boolean } | undefined>;
  unfollow(key: string, at: Date): Promise<boolean>;
  /** One per person and idea; answers how many there are now. */
  support(id: string, supporter: string, at: Date): Promise<{ supporters: number; already: boolean }>;
  /** What staff set beside the life cycle; each is an internal event in the audit log. */
  set(
    id: string,
    values: Partial<{
      assignedTo: string | null;
      dueAt: Date | null;
      publicText: string | null;
      publicPhotos: string[];
      public: boolean;
    }>,
  ): Promise<boolean>;
  notes(id: string): Promise<{ id: string; accountId: string; author: string; text: string; at: Date }[]>;
  addNote(id: string, note: { accountId: string; text: string }, at: Date): Promise<void>;
  /** Days from filing to the first "done" of the last year, as the 20th and 80th percentile; groups with at least ten. */
  durations(since: Date): Promise<{ service: string; unit: string; fromDays: number; toDays: number; count: number }[]>;
  /** How often units sent matters back, by service. */
  bounces(since: Date): Promise<{ service: string; unit: string; count: number; reasons: string[] }[]>;
  saveFile(id: string, file: { name: string; contentType: string; bytes: Buffer }): Promise<Attachment>;
  loadFile(id: string, fileId: string): Promise<{ attachment: Attachment; bytes: Buffer } | undefined>;
};
