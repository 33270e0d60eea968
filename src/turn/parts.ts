import type { Language } from "../conversation/language";
import type { Bands, Understanding } from "../conversation/understanding";
import type { DialogParts } from "../dialogs/dialogParts";
import type { Area } from "../handoff/areas";
import type { Shortcut } from "../handoff/shortcuts";
import type { Article } from "../knowledge/article";
import type { PublicOffice } from "../knowledge/offices";
import type { OutsideMatter } from "../knowledge/outside";
import type { Office, OfficeSettings } from "../serviceRequests/office";
import type { Service } from "../serviceRequests/service";
import type { Unit } from "../serviceRequests/units";
import type { Accepted } from "../understanding/calibrate";
import type { SmallTalk } from "../understanding/smallTalk";
import type { RiskPoint } from "../understanding/thresholds";
import type { BotPhrases } from "./phrases/phrases";

/** What the content knows, loaded once and swapped as a whole; `version` names its state in every record. */
export type Content = {
  articles: ReadonlyMap<string, Article>;
  outside: ReadonlyMap<string, OutsideMatter>;
  /** Places residents go to, the most visited first. */
  offices: ReadonlyMap<string, PublicOffice>;
  smallTalk: ReadonlyMap<string, SmallTalk>;
  services: ReadonlyMap<string, Service>;
  units: ReadonlyMap<string, Unit>;
  dialogs: DialogParts;
  areas: Area[];
  shortcuts: Shortcut[];
  /** What the bot itself says. */
  botPhrases: BotPhrases;
  /** What holds where the console has set nothing. */
  officeDefaults: OfficeSettings;
  version: string;
};

/** The steps of a turn, as the turn calls them. */
export type Parts = {
  content: Content;
  /** `found`: articles by the search index for the same text, best first. */
  understand(text: string, spoken: { language: Language; found: string[] }): Understanding;
  bands: Bands;
  /** What answering from each confidence on would cost; for operators and figures. */
  curve: RiskPoint[];
  /** How often the bot may be wrong. */
  accepted: Accepted;
  /** What answering would cost if this share of answers might be wrong. */
  risk(wrongAnswers: number): RiskPoint;
  /** How many labelled texts mean each `kind:id`. */
  labelled: ReadonlyMap<string, number>;
  /** Names what was learnt; kept with every turn. */
  modelVersion: string;
  search(text: string): { article: string; score: number }[];
  /** Who takes care, what residents are told and how long it takes, as it is now. */
  office: Office;
  /** Links to where residents may go on, by channel; `{code}` in them is the code they get. */
  continueAt?: Readonly<Partial<Record<"messenger" | "whatsapp" | "telegram", string>>>;
};
