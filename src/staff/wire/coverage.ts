import type { ArticleFigures } from "./knowledgeStudio";

/**
 * How well something is covered. `asked` and `answered` are of 90 days; `phrasings` of all languages; `labelled` counts
 * the texts that measure the bot, `regression` those of editors' own sets.
 */
type Covered = Pick<ArticleFigures, "asked" | "answered"> & {
  phrasings: number;
  labelled: number;
  regression: number;
};
/** `thin`: asked more often than most, with fewer phrasings than most. */
export type TopicCoverage = Covered & { id: string; title: string; unit: string; area?: string; thin: boolean };
/** `notAsked`: topics nobody asked for. The area without a name is for what belongs to none. */
export type GroupCoverage = Covered & { name: string; topics: number; notAsked: number; thin: number };
export type CoverageView = { topics: TopicCoverage[]; areas: GroupCoverage[]; units: GroupCoverage[] };
