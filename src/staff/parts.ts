import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import type { Bus } from "../conversation/bus";
import type { FoundPlace } from "../conversation/facts";
import type { Files } from "../conversation/files";
import type { Language } from "../conversation/language";
import type { Log } from "../conversation/log";
import type { TurnRecord } from "../conversation/outcome";
import type { Reply, SectionName } from "../conversation/reply";
import type { Bands, Intent, Understanding } from "../conversation/understanding";
import type { DialogParts } from "../dialogs/dialogParts";
import type { Area } from "../handoff/areas";
import type { Shortcut } from "../handoff/shortcuts";
import type { SummaryNames } from "../handoff/summary";
import type { Article } from "../knowledge/article";
import type { OutsideMatter } from "../knowledge/outside";
import type { Acting } from "../serviceRequests/acting";
import type { ApiKeys, OfficeStore, ServiceRequestStore, UnitDeliveries } from "../serviceRequests/doors";
import type { Office } from "../serviceRequests/office";
import type { Service } from "../serviceRequests/service";
import type { Unit } from "../serviceRequests/units";
import type { Accepted } from "../understanding/calibrate";
import type { SmallTalk } from "../understanding/smallTalk";
import type { RiskPoint } from "../understanding/thresholds";
import type { Role } from "./account";
import type { StaffStore } from "./doors";
import type { Studio } from "./studio/doors";
import type { LimitsView } from "./wire";

/** What the console shows and does with editors' files; always as they are now. */
export type StaffContent = {
  articles: ReadonlyMap<string, Article>;
  outside: ReadonlyMap<string, OutsideMatter>;
  smallTalk: ReadonlyMap<string, SmallTalk>;
  services: ReadonlyMap<string, Service>;
  units: ReadonlyMap<string, Unit>;
  dialogs: DialogParts;
  areas: Area[];
  shortcuts: Shortcut[];
  /** What the console set, else what those files say. */
  office: Office;
  /** How editors' files call things, in Polish. */
  names: SummaryNames;
  /** What the bot makes of a text. */
  understand(text: string, language: Language): Understanding;
  /** From which confidence the bot acts, what answering from each on would cost, and how often it may be wrong. */
  bands: Bands;
  curve: RiskPoint[];
  accepted: Accepted;
  /** What answering would cost if this share of answers might be wrong. */
  risk(wrongAnswers: number): RiskPoint;
  /** How many labelled texts mean each `kind:id`. */
  labelled: ReadonlyMap<string, number>;
  /** What the city's own list knows of a place in words. */
  placesIn(text: string): FoundPlace[];
  /** Articles by the full-text index, best first. */
  search(text: string): { article: string; score: number }[];
  /** What the bot would do about a text as a resident's first message; nothing of it is kept. */
  tryOut(text: string, now: Date): Tried;
  /** An article, or a part of it, as the bot tells it; on a day, with the caution that day asks for. */
  say(article: Article, section: SectionName | undefined, language: Language, today?: string): Reply;
  /** What a document of editors has to look like by itself; undefined for those nobody knows. */
  schemaOf(path: string): z.ZodType | undefined;
  /** A reply as messengers get it. */
  forMessenger(reply: Reply, language: Language): { text: string; actions: string[] };
};

/** A turn that did not happen; `band` is how far its best meaning may be acted on, `about` what it would act on or offer. */
export type Tried = TurnRecord & { band: "act" | "offer" | "none"; about: Intent[] };

/** What an operator may set. Times in seconds. */
export type StaffSettings = {
  /** How long an offered conversation waits for the consultant before it goes on. */
  offerSeconds: number;
  /** After how long without an answer a conversation leaves its consultant. */
  silentSeconds: number;
  /** After how long in the queue the people on duty are written to. */
  waitAlarmSeconds: number;
  /** Where to; nobody without one. */
  onDutyEmail?: string | undefined;
  /** Roles that must log in with a second factor. */
  secondFactorFor: Role[];
  /** Whether what one person wrote must be approved by another one before it is published. */
  twoPeople: boolean;
  /** Whose pages may become articles; `localhost:port` is a tester's own machine. */
  importHosts: string[];
  /** The address residents and staff open. */
  publicUrl?: string | undefined;
  /** How large a file a consultant sends may be. */
  uploadMegabytes: number;
  /** Whether mails can be sent. */
  mail: boolean;
  /** Where map tiles come from. */
  tiles?: { url: string; attribution: string } | undefined;
  oidc?: { issuer: string; clientId: string; clientSecret: string; title: string } | undefined;
};

/** All the staff room needs of the house. */
export type StaffParts = {
  store: StaffStore;
  bus: Bus;
  log: Log;
  now(): Date;
  /** Who calls, and under which scheme, host and port. */
  addresses: { clientAddress(request: IncomingMessage): string; ownOrigin(request: IncomingMessage): string };
  files: Pick<Files, "load" | "save">;
  requests: ServiceRequestStore;
  deliveries: Pick<UnitDeliveries, "ofRequest">;
  acting: Acting;
  /** The office's settings as versions; `changed` makes what was saved hold everywhere. */
  office: OfficeStore & { changed(): Promise<void> };
  apiKeys: Pick<ApiKeys, "list" | "add" | "end">;
  content(): StaffContent;
  /** What editors are writing, and everything that was released. */
  studio: Studio;
  settings: StaffSettings;
  /** What a channel shows and takes now for a resident who wrote last then; undefined for one that is switched off. */
  limitsOf(channel: string, address: unknown, heardAt: Date | undefined): LimitsView | undefined;
  /** Seals secrets that must be read again (second factors). */
  secret: string;
};
