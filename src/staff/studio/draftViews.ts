import { changesIn, type Documents } from "../../content/documents";
import type { Draft } from "../../content/doors";
import { formOf } from "../../knowledge/editing/readForm";
import type { StaffParts } from "../parts";
import type { LiveSession } from "../sessions";
import type { DraftDocumentView, DraftRow, DraftView } from "../wire";
import { mayDo } from "./draftRules";
import { articleOf, documentsOf, textsIn } from "./draftTexts";
import { outdatedIn } from "./outdated";

/** A draft as lists show it. */
export function draftRow({ documents, startedAt, writtenAt, review, publishAt, writers: _, ...same }: Draft): DraftRow {
  return {
    ...same,
    paths: documents.map(({ path }) => path),
    startedAt: startedAt.toISOString(),
    writtenAt: writtenAt.toISOString(),
    ...(review && { review: { ...review, at: review.at.toISOString() } }),
    ...(publishAt && { publishAt: publishAt.toISOString() }),
  };
}

/** A draft as a whole, for whoever asks. */
export async function draftView(draft: Draft, session: LiveSession, parts: StaffParts): Promise<DraftView> {
  const { studio, settings } = parts;
  const changes = changesIn(draft);
  const [released, mistakes] = await Promise.all([
    studio.documents(),
    changes.size > 0 ? studio.check(changes) : Promise.resolve([]),
  ]);
  const documents = documentViews(draft, released);
  return {
    ...draftRow(draft),
    ...{ documents, mistakes, paths: documents.map(({ path }) => path) },
    may: mayDo(draft, released, session, parts),
    twoPeople: settings.twoPeople,
    ...formViews(draft, released),
  };
}

function documentViews(draft: Draft, released: Documents): DraftDocumentView[] {
  const all = documentsOf(draft, released).map(({ path, text, base }) => {
    const now = released.get(path) ?? null;
    return { path, text, base, ...(now !== base && { now }) };
  });
  return all.filter(({ text, base, now = null }) => text !== null || base !== null || now !== null);
}

function formViews(draft: Draft, released: Documents): Pick<DraftView, "article" | "outdated"> {
  const id = articleOf(draft);
  if (id === undefined) return { outdated: [] };
  const documents = documentsOf(draft, released);
  const article = formOf(id, textsIn(documents, "text"));
  return { article, outdated: outdatedIn(formOf(id, textsIn(documents, "base")), article) };
}
