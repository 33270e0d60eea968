import { z } from "zod";
import { Localized } from "../conversation/language";
import { states } from "./lifeCycle";
import { Topics } from "./topics";

/** One rule of who takes care: the first that fits wins. Everything left out fits anything. */
export const RoutingRule = z.strictObject({
  id: z.string().min(1).max(60),
  service: z.string(),
  /** Roman numerals, "I" to "XVIII". */
  districts: z.array(z.string()).default([]),
  /** Slot → the answer it must have. */
  when: z.record(z.string(), z.string()).default({}),
  /** Words of the place, as patterns: `plant*` fits every word that begins so. */
  placeWords: z.array(z.string()).default([]),
  unit: z.string(),
  /** The sentence why, read by staff and residents. */
  because: z.string().min(1).max(300),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

export const Routing = z.strictObject({ rules: z.array(RoutingRule).max(1000) });
export type Routing = z.infer<typeof Routing>;

/** How a unit gets its matters. Without any way a consultant passes them on by hand. */
export const UnitWay = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("email"), to: z.array(z.email()).min(1).max(20) }),
  z.strictObject({ kind: z.literal("webhook"), url: z.url({ protocol: /^https?$/ }), secret: z.string().min(16) }),
  z.strictObject({
    kind: z.literal("open311"),
    /** Ends in a slash. */
    endpoint: z.url({ protocol: /^https?$/ }),
    apiKey: z.string(),
    jurisdiction: z.string().optional(),
    /** Our service → their service_code; ours where none is given. */
    codes: z.record(z.string(), z.string()).default({}),
  }),
]);
export type UnitWay = z.infer<typeof UnitWay>;

export const Ways = z.strictObject({ units: z.record(z.string(), z.array(UnitWay).max(5)) });
export type Ways = z.infer<typeof Ways>;

/** What `{…}` in a sentence may stand for; `{days}` is how long it may be reopened: "14 dni". */
export const placeholders = ["service", "unit", "owner", "contact", "into", "days"] as const;

/**
 * What residents read about a state: the usual one, one for a kind of report, and one that stands only at the event
 * that led there (`after`).
 */
const Sentence = z.strictObject({
  state: z.enum(states),
  service: z.string().optional(),
  after: z.enum(["reopen", "bounce", "unmerge", "split"]).optional(),
  text: Localized,
});
export type Sentence = z.infer<typeof Sentence>;

export const Sentences = z.strictObject({ sentences: z.array(Sentence).max(2000) });
export type Sentences = z.infer<typeof Sentences>;

/** Days: until staff is warned, for the resident to reopen, and until "is it really fixed?" is asked. */
export const Timing = z.strictObject({
  dueDays: z.int().min(1).max(365),
  reopenDays: z.int().min(1).max(365),
  askFixedDays: z.int().min(1).max(90),
});
export type Timing = z.infer<typeof Timing>;

export const Timings = z.strictObject({ usual: Timing, services: z.record(z.string(), Timing.partial()) });
export type Timings = z.infer<typeof Timings>;

/** What the console edits without a new release, each as numbered versions of a whole (`office_settings`). */
export const officeSchemas = {
  routing: Routing,
  ways: Ways,
  sentences: Sentences,
  timings: Timings,
  topics: Topics,
} as const;
export type OfficeName = keyof typeof officeSchemas;
export type OfficeSettings = {
  routing: Routing;
  ways: Ways;
  sentences: Sentences;
  timings: Timings;
  topics: Topics;
};

/** How long matters of this service took this unit, in whole days, from real past ones; undefined when there are too few. */
export type Expected = { fromDays: number; toDays: number } | undefined;

/** The office as a turn and every worker see it: settings with what editors' files say where nothing was set. */
export type Office = OfficeSettings & { expected(service: string, unit: string): Expected };

export const usualTiming: Timing = { dueDays: 14, reopenDays: 14, askFixedDays: 7 };

export function timingOf({ timings }: Pick<OfficeSettings, "timings">, service: string): Timing {
  const { usual } = timings;
  const own = timings.services[service] ?? {};
  return {
    dueDays: own.dueDays ?? usual.dueDays,
    reopenDays: own.reopenDays ?? usual.reopenDays,
    askFixedDays: own.askFixedDays ?? usual.askFixedDays,
  };
}
