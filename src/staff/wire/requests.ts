import { z } from "zod";
import type { Language } from "../../conversation/language";
import type { Attachment } from "../../conversation/message";
import type { Point } from "../../conversation/place";
import type { ActKind, State } from "../../serviceRequests/lifeCycle";
import { actKinds, states } from "../../serviceRequests/lifeCycle";
import { RequestBody } from "./form";
import { type Person, Text } from "./text";

const several = Text.max(2000)
  .optional()
  .transform((text) => (text ? text.split(",").map((one) => one.trim()) : undefined));
/** Far years are no days of a calendar. */
const Day = z.iso
  .date()
  .refine((day) => day >= "2000-01-01" && day <= "2100-12-31")
  .optional();

/**
 * Query of `GET requests`, `requests/map`, `requests/export.csv` and `.xlsx` (`description=1` adds what residents
 * wrote). Lists are separated by commas, days are Kraków's and inclusive. `assigned`: an account, or "me".
 * `overdue=1`: open and past its due time. `byHand=1`: its unit has no way and was not told yet.
 */
export const RequestsQuery = z.object({
  q: Text.max(200).optional(),
  services: several,
  units: several,
  states: several.pipe(z.array(z.enum(states)).optional()),
  status: z.enum(["open", "closed"]).optional(),
  kind: z.enum(["report", "idea"]).optional(),
  districts: several,
  assigned: Text.max(60).optional(),
  overdue: z.literal("1").optional(),
  byHand: z.literal("1").optional(),
  from: Day,
  to: Day,
  before: Text.max(60).optional(),
});
/** `GET requests/map`: as the list, inside these bounds, at this zoom (a web map's, 0–20). */
export const RequestsMapQuery = RequestsQuery.extend({
  south: z.coerce.number(),
  west: z.coerce.number(),
  north: z.coerce.number(),
  east: z.coerce.number(),
  zoom: z.coerce.number().int().min(0).max(20),
});

/** One line of the list. Names are in Polish, times ISO 8601. */
export type RequestRow = {
  id: string;
  /** Goes back with every act. */
  version: number;
  service: { code: string; label: string };
  kind: "report" | "idea";
  state: State;
  since: string;
  unit: { id: string; name: string };
  place: string;
  address?: string;
  district?: string;
  point?: Point;
  /** The description, shortened. */
  summary: string;
  requestedAt: string;
  updatedAt: string;
  dueAt?: string;
  overdue: boolean;
  assignedTo?: Person;
  followers: number;
  supporters: number;
  public: boolean;
  /** Something waits for moderation: a public request whose description nobody released or held back yet. */
  awaitsModeration: boolean;
};
/** How many there are for each list of the page, at the top of it. */
export type RequestCounts = { open: number; overdue: number; mine: number; byHand: number };
/** `GET requests/map` answers an array of these. */
export type MarkView = { point: Point; count: number; id?: string; label?: string; state?: State };

/** One line of the history, with the words meant for staff. */
export type RequestEventView = {
  number: number;
  at: string;
  kind: ActKind | "filed";
  /** "Mieszkaniec", a unit's or a person's name, "Hejnał"; with who passed it on. */
  by: string;
  state: State;
  unit: string;
  because: string;
  sentence: string;
  words: string;
  attachments: Attachment[];
  outside?: { owner: string; contact: string };
  into?: string;
};
export type DeliveryView = {
  event: number;
  unit: string;
  state: "due" | "done" | "withheld" | "given_up";
  attempts: number;
  at: string;
  reason?: string;
};
export type NearbyView = {
  id: string;
  service: string;
  state: State;
  metres: number;
  address?: string;
  requestedAt: string;
  people: number;
};

/** The whole of it. */
export type RequestView = RequestRow & {
  description: string;
  answers: { label: string; answer: string }[];
  contact: { phone?: string; email?: string };
  attachments: Attachment[];
  language: Language;
  source: string;
  because: string;
  sure: "rule" | "answers" | "usual";
  alternatives: { unit: { id: string; name: string }; because: string }[];
  conversationId?: string;
  publicText?: string;
  publicPhotos: string[];
  /** What looks like a name, plate, phone or address in the description: from, to, kind. */
  personal: { from: number; to: number; kind: string }[];
  duplicateOf?: string;
  duplicates: string[];
  /** The one it was the second matter of. */
  splitFrom?: string;
  /** What I may do now. */
  acts: ActKind[];
  /** What the unit may do, when it tells me by phone. */
  unitActs: ActKind[];
  events: RequestEventView[];
  deliveries: DeliveryView[];
  notes: { id: string; by: string; text: string; at: string }[];
  nearby: NearbyView[];
  /** "2–6 dni", of past ones of this unit and kind. */
  expected?: { fromDays: number; toDays: number };
  /** The sentences residents would read, by state, as templates of words to begin with. */
  templates: { state: State; text: string }[];
};

const words = Text.max(4000).optional();

/** `POST requests/:id/acts`; it, `PATCH requests/:id` and a note answer the new `RequestView`. `seen`: the version on the screen; `forUnit`: passes on what the unit said. */
export const ActBody = z.strictObject({
  /** Splitting needs a form: `POST requests/:id/split`. */
  kind: z.enum(actKinds).exclude(["split"]),
  seen: z.int().positive(),
  words,
  forUnit: z.boolean().default(false),
  unit: Text.max(60).optional(),
  because: Text.max(300).optional(),
  into: Text.max(40).optional(),
  outside: z.strictObject({ owner: Text.min(1).max(200), contact: Text.max(300) }).optional(),
});
/** `POST requests/acts`: the same for several, each with the version seen; answers what became of each. */
export const BulkActBody = z.strictObject({
  requests: z
    .array(z.strictObject({ id: Text.max(40), seen: z.int().positive() }))
    .min(1)
    .max(200),
  act: ActBody.omit({ seen: true }),
});
export type BulkDone = { id: string; done: boolean; refused?: string }[];

/**
 * `POST requests/:id/split`: a second matter as a form of its own kind, the place left out where it is the same;
 * contact and conversation go along. `photos`: files of the first, by id. Answers `RequestFiled`.
 */
export const RequestSplitBody = RequestBody.extend({
  seen: z.int().positive(),
  photos: z.array(Text.max(60)).max(5),
});

/** `PATCH requests/:id`: what is left out stays. `null` takes it away. */
export const RequestChangeBody = z.strictObject({
  assignedTo: Text.max(60).nullable().optional(),
  dueAt: z.iso.datetime().nullable().optional(),
  /** What everybody may read; `""`: looked at, nothing is released. */
  publicText: Text.max(4000).nullable().optional(),
  publicPhotos: z.array(Text.max(60)).max(5).optional(),
  public: z.boolean().optional(),
});
/** `PATCH requests`: assignment and due time of several. */
export const BulkChangeBody = z.strictObject({
  ids: z.array(Text.max(40)).min(1).max(200),
  change: RequestChangeBody.pick({ assignedTo: true, dueAt: true }),
});
/** `POST requests/check-text`: what in it looks personal, while it is typed. */
export const CheckTextBody = z.strictObject({ text: Text.max(4000) });
export type PersonalView = { personal: RequestView["personal"] };
export const RequestNoteBody = z.strictObject({ text: Text.min(1).max(4000) });

/** What the pages offer to choose from. */
export type RequestChoices = {
  services: {
    code: string;
    label: string;
    group: string;
    /** Those with set answers, for rules of the office. */
    questions: { slot: string; label: string; answers: { value: string; title: string }[] }[];
  }[];
  units: { id: string; name: string; byHand: boolean }[];
  districts: string[];
  people: Person[];
  /** Where map tiles come from; without it the map is drawn without a background. */
  tiles?: { url: string; attribution: string };
};

/** `GET office/:name`: the newest version; `value` is of the schema of that name in `serviceRequests/office.ts`. Version 0: nothing was set yet. */
export type OfficeView = {
  name: string;
  version: number;
  value: unknown;
  history: { version: number; at: string; by: string; why: string }[];
};
/** `POST office/:name`. `seen`: the version it was made from. */
export const OfficeBody = z.strictObject({ seen: z.int().min(0), value: z.unknown(), why: Text.min(1).max(500) });
/** `GET office/:name/versions/:version`: what it was like, to look at or to save anew. */
export type OfficeVersionView = { value: unknown };
/** `GET office-bounces` answers `{ bounces }`. What sent-back matters suggest: a rule somebody may want to change. */
export type BouncesView = {
  service: { code: string; label: string };
  unit: { id: string; name: string };
  count: number;
  reasons: string[];
}[];

/** `GET api-keys` answers an array of these, ended ones too. */
export type ApiKeyView = {
  id: string;
  name: string;
  /** Whose system it is: updates with the key count as that unit's. */
  unit?: string;
  perMinute: number;
  createdAt: string;
  createdBy: string;
  endedAt?: string;
  lastUsedAt?: string;
};
export const ApiKeyBody = z.strictObject({
  name: Text.min(1).max(100),
  unit: Text.max(60).optional(),
  perMinute: z.int().min(1).max(10_000),
});
/** The key itself is shown this once. */
export type ApiKeyMade = { key: string; apiKey: ApiKeyView };
