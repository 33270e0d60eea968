import { z } from "zod";
import { Language } from "../conversation/language";
import { SectionName } from "../conversation/reply";

// What is answered, as it is published: a field more in a later version breaks nobody, so none of these is strict.

const Id = z.string().describe("Stable name of an article, for addresses.");
const Day = z.iso.date();

/** A part of an article in one language. */
const Words = z.object({
  language: Language.describe("What this part is written in: `pl` where it is not translated."),
  markdown: z.string().describe("Paragraphs, lists (`- `, `1. `) and links (`[words](https://…)`); no HTML."),
  text: z.string().describe("The same without marks; a link is its words and then its address in brackets."),
});

const Summary = z.object({
  id: Id,
  language: Language.describe("What title and short answer are written in."),
  title: z.string(),
  answer: Words.describe("The short answer, one paragraph."),
  unit: z.string().describe("Who is responsible, in Polish."),
  checked_on: Day.describe("When an editor last compared it with its sources."),
  check_again: Day.describe("From this day on it may be out of date."),
  confidence: z.enum(["high", "medium", "low"]).describe("How far the editor believes the sources."),
  languages: z
    .array(Language)
    .describe("In which it can be read as a whole; title and short answer are in all of them."),
});
export const ArticleSummary = Summary.meta({ id: "ArticleSummary", description: "An article in a list." });
export type ArticleSummary = z.infer<typeof ArticleSummary>;

const Section = Words.extend({ name: SectionName, heading: z.string().describe("In the language of this section.") });

export const ArticleList = z
  .object({
    language: Language,
    content_version: z.string().describe("Another one whenever editors changed anything."),
    total: z.int().min(0).describe("How many there are on all pages together."),
    next: Id.nullable().describe("The `after` of the next page; null on the last one."),
    articles: z.array(ArticleSummary).describe("By id."),
  })
  .meta({ id: "ArticleList", description: "A page of articles." });
export type ArticleList = z.infer<typeof ArticleList>;

export const WholeArticle = z
  .object({
    ...Summary.shape,
    sections: z.array(Section).describe("In the order they are to be read in; `caution` is to be shown always."),
    sources: z.array(z.url()).describe("Official pages it was written from."),
    source_date: z
      .string()
      .nullable()
      .describe(
        "ISO 8601: how old the sources are, `2023`, `2023-06` or from–to `2020-05/2023-06`; null when unknown.",
      ),
    related: z.array(z.object({ id: Id, title: z.string() })).describe("What readers of it look for as well."),
  })
  .meta({ id: "Article", description: "A whole article." });
export type WholeArticle = z.infer<typeof WholeArticle>;

/** How far the bot goes with one article. */
const Band = z
  .enum(["answer", "offer", "none"])
  .describe(
    "`answer`: the bot would answer with it at once; `offer`: it would ask whether this is meant; `none`: neither.",
  );

/** What the bot would do about the whole text. */
const BotDoes = z
  .enum(["answer", "offer", "dialog", "emergency", "elsewhere", "other"])
  .describe(
    [
      "What the bot would do if a resident began with these words.",
      "`answer`: answer with an article; `offer`: ask which of some titles is meant;",
      "`dialog`: begin a report or another guided errand; `emergency`: tell the emergency numbers, before anything else;",
      "`elsewhere`: say whose matter it is, or that no article is about it; `other`: small talk, ask again, bring a person.",
    ].join(" "),
  );
export type BotDoes = z.infer<typeof BotDoes>;

const Hit = z.object({
  ...Summary.shape,
  score: z.number().min(0).max(1).describe("How much speaks for it; the best first."),
  band: Band,
});
export type Hit = z.infer<typeof Hit>;

export const SearchAnswer = z
  .object({ language: Language, bot: BotDoes, results: z.array(Hit) })
  .meta({ id: "Search", description: "Articles for a text, best first." });
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const Problem = z
  .object({
    type: z.string().describe("Which problem it is: a name that stays the same in every language."),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe("What to do about it, in the language asked for."),
    parameters: z
      .array(z.object({ name: z.string(), detail: z.string() }))
      .optional()
      .describe("The parameters that are wrong."),
  })
  .meta({ id: "Problem", description: "What went wrong (RFC 9457)." });
export type Problem = z.infer<typeof Problem>;
