import type { IncomingMessage } from "node:http";
import type { Limiter } from "../conversation/bus";
import type { Decision } from "../conversation/decision";
import type { Language } from "../conversation/language";
import type { Log } from "../conversation/log";
import type { Article } from "../knowledge/article";
import type { FoundArticle } from "../knowledge/findArticles";
import type { ApiKeys } from "../serviceRequests/doors";

/** What editors wrote and how it is understood; always as it is now. */
export type ApiContent = {
  articles: ReadonlyMap<string, Article>;
  version: string;
  /** Articles for a text, best first. */
  find(text: string, language: Language, most: number): FoundArticle[];
  /** What the bot would do with a text as a resident's first words. */
  decide(text: string, language: Language): Decision;
};

/** What calls of other systems need of the house. */
export type ApiParts = {
  content(): ApiContent;
  apiKeys: Pick<ApiKeys, "findByHash">;
  limiter: Limiter;
  clientAddress(request: IncomingMessage): string;
  log: Log;
  now(): Date;
};
