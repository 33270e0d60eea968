import { changesIn, type Documents } from "../../content/documents";
import type { Draft, DraftDocument } from "../../content/doors";
import type { Mistake } from "../../content/mistakes";
import type { Studio } from "./doors";
import { toWriting } from "./draftActs";
import { asTheyAre, documentsOf } from "./draftTexts";

/** A document's new text, made of all documents as they would be with the draft. */
type Write<T> = (documents: Documents) => (T & { path: string; text: string }) | { mistakes: Mistake[] };
type Who = { by: string; at: Date };
type Store = Pick<Studio, "store" | "documents">;

/** Somebody may write in the draft at the same moment; then it is read anew. */
const MOST_TRIES = 5;

/** Writes in the draft about the subject, beginning one where there is none; what others wrote in it stays. */
export async function writeInDraft<T>(
  { store, documents }: Store,
  { by, at, ...about }: Who & Pick<Draft, "subject" | "title" | "origin">,
  write: Write<T>,
): Promise<{ draft?: Draft; wrote: T } | { mistakes: Mistake[] } | { busy: true }> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [draft, released] = [await store.draftAbout(about.subject), await documents()];
    const held = draft ? heldIn(draft, released) : asTheyAre(about.subject, released);
    const wrote = write(overlaid(released, held));
    if ("mistakes" in wrote) return wrote;
    if (!isNew(wrote, held)) return { ...(draft && { draft }), wrote };
    const next = held.map((one) => (one.path === wrote.path ? { ...one, text: wrote.text } : one));
    const saved = draft
      ? await store.changeDraft(draft.id, draft.version, { ...toWriting(draft), documents: next }, by, at)
      : await store.addDraft({ ...about, why: "", documents: next, by, at });
    if ("draft" in saved) return { draft: saved.draft, wrote };
  }
  return { busy: true };
}

/** Takes out of a draft what was written in it; one that then changes nothing is thrown away. Undefined when it is gone. */
export async function takeOutOfDraft(
  { store, documents }: Store,
  { id, by, at }: Who & { id: string },
  write: Write<unknown>,
): Promise<Draft | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const draft = await store.draft(id);
    if (!draft) return undefined;
    const released = await documents();
    const held = heldIn(draft, released);
    const wrote = write(overlaid(released, held));
    if ("mistakes" in wrote || !isNew(wrote, held)) return draft;
    const next = held.map((one) => (one.path === wrote.path ? { ...one, text: wrote.text } : one));
    const isEmpty = changesIn({ documents: next }).size === 0;
    const done = isEmpty
      ? await store.removeDraft(id, draft.version)
      : await store.changeDraft(id, draft.version, { ...toWriting(draft), documents: next }, by, at);
    if ("gone" in done) return undefined;
    if ("draft" in done) return isEmpty ? undefined : done.draft;
  }
  return store.draft(id);
}

/** What the draft holds; documents nobody wrote in are as they are now. */
function heldIn(draft: Draft, released: Documents): DraftDocument[] {
  return documentsOf(draft, released).map((document) => {
    const now = released.get(document.path) ?? null;
    return document.text === document.base ? { ...document, text: now, base: now } : document;
  });
}

function overlaid(released: Documents, held: DraftDocument[]): Documents {
  const documents = new Map(released);
  for (const { path, text } of held) {
    if (text === null) documents.delete(path);
    else documents.set(path, text);
  }
  return documents;
}

const isNew = ({ path, text }: { path: string; text: string }, held: DraftDocument[]) =>
  held.some((one) => one.path === path && one.text !== text);
