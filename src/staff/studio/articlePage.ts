import type { Language } from "../../conversation/language";
import type { SectionName } from "../../conversation/reply";
import { type Article, headings } from "../../knowledge/article";
import { guidanceFor } from "../../knowledge/guidance/guidance";
import { partsOf, type Version, versionsOf } from "../../knowledge/guidance/versions";
import { dayOf } from "../figures";
import type { StaffContent } from "../parts";
import { lineOf } from "../transcript";
import type { ArticleFigures, GuidanceView, PreviewView, StudioArticle, VersionView } from "../wire";
import { articleRow } from "./articleRows";

type At = { content: StaffContent; today: string };

/** Everything about one article. */
export function studioArticle(
  article: Article,
  { content, figures, today }: At & { figures: Map<string, ArticleFigures> },
): StudioArticle {
  const { keywords, sources, sourceDate, checkedOn, related } = article;
  const { missing: _, ...row } = articleRow(article, { figures, today });
  return {
    ...row,
    versions: versionsOf(article).map(versionView),
    ...{ keywords, sources, sourceDate, checkedOn },
    related: related.map((id) => ({ id, title: content.articles.get(id)?.title ?? id })),
  };
}

function versionView(version: Version): VersionView {
  const { language, title, phrasings } = version;
  const parts = partsOf(version).map(({ part, text }) => {
    return part === "answer" ? { part, text } : { part, heading: headings[language][part], text };
  });
  return { language, title, phrasings: phrasings.length, parts };
}

/** What might be better about it, by what the bot makes of its phrasings now. */
export function guidanceView(article: Article, { content, today }: At): GuidanceView {
  const weigh = (text: string, language: Language) => content.understand(text, language).candidates;
  const { rivals, ...rest } = guidanceFor(article, { weigh, today });
  const titled = rivals.map((rival) => ({
    ...rival,
    title: content.articles.get(rival.article)?.title ?? rival.article,
  }));
  return { ...rest, rivals: titled };
}

type Shown = { section: SectionName | undefined; language: Language; now: Date };

/** The short answer, or a part, through everything that renders replies for residents. */
export function previewView(article: Article, { section, language, now }: Shown, content: StaffContent): PreviewView {
  const reply = content.say(article, section, language, dayOf(now));
  const entry = { conversationId: "", seq: 1, id: "", at: now, author: "bot" as const, text: reply.text };
  return {
    text: reply.text,
    choices: reply.choices?.map(({ title }) => title) ?? [],
    messenger: content.forMessenger(reply, language),
    plain: lineOf(entry, language),
  };
}
