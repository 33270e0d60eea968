import type { Changes, Documents } from "./content/documents";
import { Intent, nameOfIntent } from "./conversation/understanding";
import type { SummaryNames } from "./handoff/summary";
import type { Judged, SampleFailure } from "./judge";
import type { Shelf } from "./shelf";
import { meaningOf } from "./staff/views";
import type { EffectFigures, EffectRow, EffectView, Told } from "./staff/wire";
import { namesIn } from "./turn/namesIn";
import type { Parts } from "./turn/parts";

/** A text to be tried; `right` where its meanings are known, as `kind:id`, none when the bot should ask back. */
export type Asked = { text: string; from: "labelled" | "regression" | "real"; times: number; right?: string[] };

/** One state of the content as a thread can make it. */
export type Side = { version: string; parts: Parts; base: Documents; changes: Changes };

const AT_ONCE = 60;
const MOST_ROWS = 200;

export type EffectParts = { shelf: Shelf; remembered: Map<string, Map<string, Judged>>; now: Date };

/** What residents would be told otherwise after the change; both threads work at it. */
export async function effectOf(before: Side, after: Side, asked: Asked[], parts: EffectParts): Promise<EffectView> {
  const began = performance.now();
  const texts = [...new Set(asked.map(({ text }) => text))];
  const [told, would, samples] = [
    await judged(before, texts, parts),
    await judged(after, texts, parts),
    await newFailures(before, after, parts),
  ];
  const rows = asked.flatMap((one) => {
    const [was, is] = [told.get(one.text), would.get(one.text)];
    return was && is && !isSame(was, is) ? [rowOf(one, { was, is }, { before, after })] : [];
  });
  const count = (verdict: EffectRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const tried = (from: Asked["from"]) => asked.filter((one) => one.from === from).length;
  return {
    candidate: after.version,
    tried: {
      labelled: tried("labelled"),
      regression: tried("regression"),
      real: tried("real"),
      samples: [...after.parts.content.dialogs.dialogs.values()].flatMap(({ conversations }) => conversations).length,
    },
    changed: rows.length,
    better: count("better"),
    same: count("same"),
    worse: count("worse"),
    unlabelled: count(undefined),
    rows: rows.sort(worstFirst).slice(0, MOST_ROWS),
    samples,
    figures: { before: figuresOf(before.parts), after: figuresOf(after.parts) },
    tookMs: Math.round(performance.now() - began),
  };
}

/** Whoever is free takes the next texts; what was judged of the same content before is not judged again. */
async function judged(
  side: Side,
  texts: string[],
  { shelf, remembered, now }: EffectParts,
): Promise<Map<string, Judged>> {
  const known = remembered.get(side.version) ?? new Map<string, Judged>();
  remembered.delete(side.version);
  remembered.set(side.version, known);
  for (const old of [...remembered.keys()].slice(0, -2)) remembered.delete(old);
  const open = texts.filter((text) => !known.has(text));
  const make = shelf.taskOf(side.version);
  let next = 0;
  await Promise.all(
    shelf.threads.map(async (thread) => {
      while (next < open.length) {
        const some = open.slice(next, next + AT_ONCE);
        next += AT_ONCE;
        const told = await thread.ask(side, { kind: "judge", make, texts: some, now });
        if (told.kind !== "judged") throw new Error("the thread told something else");
        for (const [index, text] of some.entries()) {
          const one = told.judged[index];
          if (one) known.set(text, one);
        }
      }
    }),
  );
  return known;
}

async function newFailures(before: Side, after: Side, { shelf }: EffectParts): Promise<SampleFailure[]> {
  const failures = async (side: Side, thread: 0 | 1) => {
    const told = await shelf.threads[thread].ask(side, { kind: "samples", make: shelf.taskOf(side.version) });
    return told.kind === "samples" ? told.failed : [];
  };
  const [was, is] = await Promise.all([failures(before, 1), failures(after, 0)]);
  return is.filter(({ dialog, about }) => !was.some((one) => one.dialog === dialog && one.about === about));
}

const isSame = (one: Judged, other: Judged) => JSON.stringify(one) === JSON.stringify(other);

type Change = { was: Judged; is: Judged };

function rowOf({ text, times, right }: Asked, { was, is }: Change, sides: { before: Side; after: Side }): EffectRow {
  const row = { text, times, before: toldOf(was, sides.before.parts), after: toldOf(is, sides.after.parts) };
  if (right === undefined) return row;
  const [old, now] = [worthOf(was, right), worthOf(is, right)];
  const names = namesIn(sides.after.parts.content);
  return {
    ...row,
    right: right.map((name) => titleOf(name, names)),
    verdict: now > old ? "better" : now < old ? "worse" : "same",
  };
}

/** "article:dowod" as editors call it. */
function titleOf(name: string, names: SummaryNames): string {
  const [kind = "", id = ""] = name.split(":");
  const intent = Intent.safeParse({ kind, id });
  return intent.success ? meaningOf(intent.data, names) : name;
}

function toldOf({ decision, intents, band }: Judged, { content }: Parts): Told {
  const names = namesIn(content);
  return { decision, band, about: intents.map((intent: Intent) => meaningOf(intent, names)) };
}

/** 2 when it does the right thing at once, 1 when the right one can be picked, else 0. Where nothing is right it should ask back. */
function worthOf({ decision, intents }: Judged, right: string[]): number {
  const offers = decision === "offer" || decision === "ask_which_first";
  const named = intents.map(nameOfIntent);
  if (right.length === 0) return named.length === 0 ? 2 : offers ? 1 : 0;
  if (!named.some((name) => right.includes(name))) return 0;
  return offers ? 1 : 2;
}

const order = { worse: 0, better: 1, none: 2, same: 3 };
const worstFirst = (a: EffectRow, b: EffectRow) =>
  order[a.verdict ?? "none"] - order[b.verdict ?? "none"] || b.times - a.times || (a.text < b.text ? -1 : 1);

/** On the labelled texts: which share is answered at once, which share of that wrongly, and from which confidence. */
function figuresOf({ bands, risk, accepted }: Parts): EffectFigures {
  const { answered, wrong } = risk(accepted.wrongAnswers);
  return { answered, wrong, threshold: bands.answer };
}
