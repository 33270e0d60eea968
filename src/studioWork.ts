import { type Changes, changed, changesIn, type Documents } from "./content/documents";
import type { ContentStore } from "./content/doors";
import { folderOf, within } from "./content/folder";
import { ContentError, type Mistake } from "./content/mistakes";
import { type Asked, effectOf, type Side } from "./effect";
import type { Judged } from "./judge";
import type { LiveContent } from "./liveContent";
import type { StaffRegression } from "./staff/doors";
import type { StaffContent } from "./staff/parts";
import type { Studio } from "./staff/studio/doors";
import type { EffectView } from "./staff/wire";
import type { Parts } from "./turn/parts";
import { labelledTexts } from "./understanding/labelled";

export type StudioOptions = {
  store: ContentStore;
  live: LiveContent;
  /** The content as staff sees it. */
  shown(parts: Parts): StaffContent;
  regression: Pick<StaffRegression, "texts">;
  /** What residents asked last, masked, the newest first. */
  recentTexts(most: number): Promise<{ text: string; times: number }[]>;
  now(): Date;
};

/** So many real questions are tried before something is published. */
const REAL_QUESTIONS = 2000;
const MOST_REGRESSION_TEXTS = 20_000;

const EFFECTS_KEPT = 3;
/** Who is still typing waits for nothing. */
const PAUSE_MS = 2_500;

/** What editors do to the content as a whole: checking, trying out, publishing. */
export function openStudio({
  store,
  live,
  shown,
  regression,
  recentTexts,
  now,
}: StudioOptions): Studio & { close(): void } {
  const remembered = new Map<string, Map<string, Judged>>();
  const seen = new Map<string, Promise<EffectView>>();
  const effect = async (changes: Changes): Promise<EffectView> => {
    const { base, version, state } = await live.prepare(changes);
    const none: Changes = new Map();
    const before: Side = { version: base.version, parts: base.state.parts, base: base.documents, changes: none };
    const after: Side = { version, parts: state.parts, base: base.documents, changes };
    const sides = `${base.version} ${version}`;
    const known = seen.get(sides);
    if (known) return known;
    const work = textsToTry(changed(base.documents, changes)).then((asked) =>
      effectOf(before, after, asked, { shelf: live.shelf, remembered, now: now() }),
    );
    seen.set(sides, work);
    for (const old of [...seen.keys()].slice(0, -EFFECTS_KEPT)) seen.delete(old);
    work.catch(() => seen.delete(sides));
    return work;
  };
  const warm = afterPause(effect, PAUSE_MS);
  return {
    store,
    documents: async () => (await live.newest()).documents,
    released: live.released,
    async check(changes) {
      const checked = await orMistakes(async () => ({ isNew: await live.check(changes) }));
      if ("mistakes" in checked) return checked.mistakes;
      // Tried out while the editor still reads, so that what would change is known at once.
      if (checked.isNew && changes.size > 0) warm.wish(changes);
      return [];
    },
    async candidate(changes) {
      return orMistakes(async () => {
        const { version, state } = await live.prepare(changes);
        return { version, content: shown(state.parts) };
      });
    },
    effect: (draft) =>
      orMistakes(async () => {
        const view = await effect(changesIn(draft));
        await live.announce(draft.id, view.candidate);
        return view;
      }),
    close: warm.close,
  };

  async function textsToTry(documents: Documents): Promise<Asked[]> {
    const labelled = labelledTexts(within(folderOf(documents), "knowledge/_labelled.jsonl"));
    const [kept, recent] = await Promise.all([
      regression.texts({ from: 0, most: MOST_REGRESSION_TEXTS }),
      recentTexts(REAL_QUESTIONS),
    ]);
    return [
      ...labelled.map((one) => ({ ...one, times: 0, from: "labelled" as const })),
      ...kept.map(({ text, right }) => ({ text, right, times: 0, from: "regression" as const })),
      ...recent.map((one) => ({ ...one, from: "real" as const })),
    ];
  }
}

async function orMistakes<T extends object>(work: () => Promise<T>): Promise<T | { mistakes: Mistake[] }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContentError) return { mistakes: error.mistakes };
    throw error;
  }
}

/** Does the work for the newest wish once no other came for a while; those that came and went meanwhile are left out. */
function afterPause<T>(work: (wish: T) => Promise<unknown>, pauseMs: number) {
  let wanted: { wish: T } | undefined;
  let busy = false;
  let waiting: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    if (busy || !wanted) return;
    const { wish } = wanted;
    wanted = undefined;
    busy = true;
    // Nobody waits for it: whoever asks afterwards is told what is wrong.
    await work(wish).catch(() => {});
    busy = false;
    await run();
  };
  return {
    wish(wish: T): void {
      wanted = { wish };
      clearTimeout(waiting);
      waiting = setTimeout(() => void run(), pauseMs).unref();
    },
    close: () => clearTimeout(waiting),
  };
}
