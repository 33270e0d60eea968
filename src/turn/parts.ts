import type { Language } from "../conversation/language";
import type { Understanding } from "../conversation/understanding";
import type { DialogParts } from "../dialogs/dialogParts";
import type { Article } from "../knowledge/article";
import type { OutsideMatter } from "../knowledge/outside";
import type { Service } from "../serviceRequests/service";
import type { Unit } from "../serviceRequests/units";
import type { SmallTalk } from "../understanding/smallTalk";

/** What the content knows, loaded once and swapped as a whole; `version` names its state in every record. */
export type Content = {
  articles: ReadonlyMap<string, Article>;
  outside: ReadonlyMap<string, OutsideMatter>;
  smallTalk: ReadonlyMap<string, SmallTalk>;
  services: ReadonlyMap<string, Service>;
  units: ReadonlyMap<string, Unit>;
  dialogs: DialogParts;
  version: string;
};

/** The steps of a turn, as the turn calls them. */
export type Parts = {
  content: Content;
  understand(text: string, spoken: { language: Language }): Understanding;
  search(text: string): { article: string; score: number }[];
};
