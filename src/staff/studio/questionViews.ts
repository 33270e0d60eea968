import { createHash } from "node:crypto";
import { z } from "zod";
import { type Candidate, Intent } from "../../conversation/understanding";
import type { Care } from "../doors";
import type { StaffContent, StaffParts } from "../parts";
import { meaningOf } from "../views";
import type { CareView, QuestionRow, QuestionText, QuestionView } from "../wire";
import { groupQuestions, type QuestionGroup } from "./groupQuestions";
import { proposedIn, reasonsOf, type Standing, standingOf, textsOf } from "./questionStanding";

const DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;
/** More than this in a quarter is read by its newest part. */
const MOST = 20_000;
const CANDIDATES_SHOWN = 3;
const TEXTS_SHOWN = 200;

let last: { of: string; groups: QuestionGroup[] } | undefined;

/** All groups of the last days as they stand. While nothing new was asked they are not put together again. */
export async function standings({
  store,
  now,
}: StaffParts): Promise<{ standings: Standing[]; cares: Map<string, Care> }> {
  const since = new Date(now().getTime() - DAYS * DAY_MS);
  const [asked, cares] = await Promise.all([store.questions.asked(since, MOST), store.questions.cares(since)]);
  const of = createHash("sha256").update(JSON.stringify(asked)).digest("hex");
  if (last?.of !== of) last = { of, groups: groupQuestions(asked) };
  return { standings: last.groups.map((group) => standingOf(group, cares)), cares };
}

/** Groups as the list shows them. */
export async function questionRows(some: Standing[], { store, content }: StaffParts): Promise<QuestionRow[]> {
  const turns = new Map(some.map((standing) => [standing.group.id, turnOf(standing)]));
  const thoughts = await store.questions.thoughts([...turns.values()].filter((turn) => turn !== undefined));
  return some.map((standing) => {
    const known = thoughts.get(turns.get(standing.group.id) ?? "");
    return rowOf(standing, known, content());
  });
}

/** One group with its texts, and what was decided about it. */
export async function questionView(
  one: Standing,
  cares: ReadonlyMap<string, Care>,
  parts: StaffParts,
): Promise<QuestionView | undefined> {
  const [row] = await questionRows([one], parts);
  const batches = new Map<string, Care>();
  for (const { source } of one.group.asked) {
    const care = cares.get(source);
    if (care) batches.set(care.batch, care);
  }
  const newestFirst = [...batches.values()].sort((a, b) => Number(b.at) - Number(a.at));
  return row && { ...row, members: textsIn(one), cares: newestFirst.map((care) => careView(care, parts.content())) };
}

/** The newest turn in the sample's words, else the newest of any; a resident's click has none of its own. */
function turnOf({ live }: Standing): string | undefined {
  const turns = live.filter(({ source }) => source.startsWith("turn:"));
  const sample = textsOf(live)[0]?.asked ?? [];
  return (turns.find((one) => sample.includes(one)) ?? turns[0])?.source;
}

function rowOf(standing: Standing, known: Candidate[] | undefined, content: StaffContent): QuestionRow {
  const { group, live, state, owner, settledBefore } = standing;
  const texts = textsOf(live);
  const sample = texts[0]?.text ?? "";
  const thought = known ?? content.understand(sample, live[0]?.language ?? "pl").candidates;
  const meaning = (intent: Intent) => meaningOf(intent, content.names);
  return {
    ...{ id: group.id, sample, times: live.length, texts: texts.length, state, settledBefore },
    reasons: reasonsOf(live),
    thought: thought.slice(0, CANDIDATES_SHOWN).map((one) => ({ ...one, meaning: meaning(one.intent) })),
    proposed: proposedIn(live).map((one) => ({ ...one, meaning: meaning(one.intent) })),
    firstAt: live.at(-1)?.at.toISOString() ?? "",
    lastAt: live[0]?.at.toISOString() ?? "",
    languages: [...new Set(live.map(({ language }) => language))],
    ...(owner && { owner }),
  };
}

function textsIn({ live }: Standing): QuestionText[] {
  return textsOf(live)
    .slice(0, TEXTS_SHOWN)
    .map(({ text, asked }) => ({
      text,
      language: asked[0]?.language ?? "pl",
      times: asked.length,
      lastAt: asked[0]?.at.toISOString() ?? "",
      reasons: reasonsOf(asked).map(({ reason }) => reason),
    }));
}

/** What an act wrote down of where it led. */
export const CareTarget = z.object({
  intent: Intent.optional(),
  draft: z.string().optional(),
  /** Its version, where the draft was begun for this alone. */
  version: z.number().optional(),
  texts: z.array(z.object({ text: z.string(), language: z.enum(["pl", "en", "uk"]) })).default([]),
});
export type CareTarget = z.infer<typeof CareTarget>;

function careView({ batch, state, owner, by, at, note, target }: Care, { names }: StaffContent): CareView {
  const { intent, draft } = CareTarget.safeParse(target).data ?? {};
  return {
    ...{ batch, state, by: by.name, at: at.toISOString(), note },
    ...(owner && { owner }),
    ...(intent && { meaning: meaningOf(intent, names) }),
    ...(draft !== undefined && { draft }),
  };
}
