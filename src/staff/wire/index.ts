/**
 * What the console sends (zod schemas) and receives (types). Times are ISO 8601 in UTC, days YYYY-MM-DD in Kraków.
 * The table of routes is `routes/table.ts`, the live connection `wire/live.ts`.
 */
export * from "./account";
export * from "./channel";
export * from "./conversation";
export * from "./coverage";
export * from "./desk";
export * from "./documents";
export * from "./drafts";
export * from "./figures";
export * from "./form";
export * from "./imports";
export * from "./knowledge";
export * from "./knowledgeStudio";
export * from "./labels";
export * from "./live";
export * from "./phone";
export * from "./questions";
export * from "./refused";
export * from "./regression";
export * from "./requests";
export * from "./risk";
export * from "./topics";
