import type { DraftDocument } from "../../content/doors";
import type { StaffParts } from "../parts";
import type { Published } from "./doors";

type How = { by: string; why: string };

/** Puts back what a release changed, as a release of its own; undefined when there is no such release. */
export async function revertRelease(
  number: number,
  { by, why }: How,
  { studio, now }: Pick<StaffParts, "studio" | "now">,
): Promise<Published | undefined> {
  const found = await studio.store.released(number);
  if (!found) return undefined;
  const released = await studio.documents();
  const documents = found.documents.map(
    ({ path, before, after }): DraftDocument => ({ path, text: before, base: after }),
  );
  const moved = documents.filter(({ path, base }) => (released.get(path) ?? null) !== base);
  if (moved.length > 0) return { because: "moved", paths: moved.map(({ path }) => path) };
  const mistakes = await studio.check(new Map(documents.map(({ path, text }) => [path, text])));
  if (mistakes.length > 0) return { because: "mistakes", mistakes };
  const title = `Wycofanie: ${found.release.title}`.slice(0, LONGEST_TITLE);
  const done = await studio.store.release({ kind: "revert", title, why, by, reverts: number, at: now(), documents });
  if ("moved" in done) return { because: "moved", paths: done.moved };
  if ("stale" in done) return { because: "stale" };
  await studio.released();
  return done;
}

const LONGEST_TITLE = 300;
