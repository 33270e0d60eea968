import type { z } from "zod";
import { changesIn, type Documents, isDocumentPath } from "../../content/documents";
import type { Draft, DraftDocument, DraftOrigin } from "../../content/doors";
import { fold } from "../../conversation/fold";
import { formOf, pathsOf } from "../../knowledge/editing/readForm";
import { changesOf } from "../../knowledge/editing/writeForm";
import { dayOf } from "../figures";
import type { StaffParts } from "../parts";
import type { NewDraftBody } from "../wire";
import { articleOf, asTheyAre } from "./draftTexts";
import { documentTitle } from "./editorsDocuments";

type Wanted = z.infer<typeof NewDraftBody>;
type Begun = { subject: string; title: string; documents: DraftDocument[] };
/** `origin`: where a new article comes from, when not from an editor of itself. */
type With = { by: string; parts: StaffParts; origin?: DraftOrigin };

/** Begins the draft that is wanted, or finds the one about the same; undefined where there is no such thing to change. */
export async function beginDraft(wanted: Wanted, { by, parts, origin = "editor" }: With): Promise<Draft | undefined> {
  const released = await parts.studio.documents();
  if ("newArticle" in wanted) return beginArticle(wanted, { by, parts, origin }, released);
  const begun = "release" in wanted ? await restored(wanted, released, parts) : await existing(wanted, released, parts);
  return begun && orFound(begun, { by, parts });
}

async function orFound({ subject, title, documents }: Begun, { by, parts }: With): Promise<Draft | undefined> {
  const { studio, now } = parts;
  const draft = { subject, title, documents, why: "", origin: "editor" as const };
  const added = await studio.store.addDraft({ ...draft, by, at: now() });
  if ("draft" in added) return added.draft;
  const { exists } = added;
  if (changesIn(exists).size > 0) return exists;
  // Nobody wrote in it yet: it begins with what is there today, and nobody becomes its writer by that.
  const writer = changesIn({ documents }).size > 0 ? by : undefined;
  const done = await studio.store.changeDraft(exists.id, exists.version, { documents }, writer, now());
  if ("gone" in done) return undefined;
  return "draft" in done ? done.draft : done.stale;
}

async function existing(
  wanted: { article: string } | { document: string },
  released: Documents,
  { studio, content }: StaffParts,
): Promise<Begun | undefined> {
  const path = "article" in wanted ? pathsOf(wanted.article).pl : wanted.document;
  const subject = subjectOf([path]);
  const there = isDocumentPath(path) && (released.has(path) || (await studio.store.draftAbout(subject)));
  if (!there) return undefined;
  const article = articleOf({ subject });
  const title = article ? (content().articles.get(article)?.title ?? article) : documentTitle(path, content());
  return { subject, title, documents: asTheyAre(subject, released) };
}

/** So many articles may have names that read alike. */
const MOST_ALIKE = 1000;

async function beginArticle(
  { newArticle: title, phrasings = [] }: { newArticle: string; phrasings?: string[] | undefined },
  { by, parts, origin = "editor" }: With,
  released: Documents,
): Promise<Draft | undefined> {
  const { studio, now } = parts;
  for (let n = 1; n <= MOST_ALIKE; n++) {
    const id = n === 1 ? idFor(title) : `${idFor(title)}-${n}`;
    if (Object.values(pathsOf(id)).some((path) => released.has(path))) continue;
    const documents = [...skeleton(id, { title, phrasings, today: dayOf(now()) })];
    const draft = { subject: `article:${id}`, title, documents, why: "", origin };
    const added = await studio.store.addDraft({ ...draft, by, at: now() });
    if ("draft" in added) return added.draft;
  }
  return undefined;
}

/** Letters, digits and hyphens, without diacritics. */
function idFor(title: string): string {
  const id = fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return id || "artykul";
}

/** An article with all its fields, most of them still empty. */
function skeleton(id: string, { title, phrasings, today }: { title: string; phrasings: string[]; today: string }) {
  const none: Documents = new Map();
  const form = { ...formOf(id, none), title, phrasings, checkedOn: today, checkAgain: monthsAfter(today, 6) };
  const changes = changesOf(form, none);
  return Object.values(pathsOf(id)).map(
    (path): DraftDocument => ({ path, text: changes.get(path) ?? null, base: null }),
  );
}

/** The same day some months later, or the last one of that month. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** What a release changed, as it was before or after it. */
async function restored(
  { release: number, path, as }: { release: number; path?: string | undefined; as: "before" | "after" },
  released: Documents,
  { studio, content }: StaffParts,
): Promise<Begun | undefined> {
  const found = await studio.store.released(number);
  const wanted = found?.documents.filter((document) => path === undefined || document.path === path) ?? [];
  if (!found || wanted.length === 0) return undefined;
  const subject = subjectOf(wanted.map((document) => document.path));
  const texts = new Map(wanted.map((document) => [document.path, document[as]]));
  const rest = asTheyAre(subject, released).filter((document) => !texts.has(document.path));
  const restoredOnes = [...texts].map(([path, text]) => ({ path, text, base: released.get(path) ?? null }));
  const article = articleOf({ subject });
  const title = (article && content().articles.get(article)?.title) ?? path ?? found.release.title;
  return { subject, title, documents: [...restoredOnes, ...rest] };
}

/** The article all of them belong to, the only document, or the files as such. */
function subjectOf(paths: string[]): string {
  const articles = new Set(paths.map((path) => path.match(/^knowledge\/(?:en\/|uk\/)?([^/_][^/]*)\.md$/)?.[1]));
  const [article] = articles;
  if (articles.size === 1 && article !== undefined) return `article:${article}`;
  return paths.length === 1 ? `document:${paths[0]}` : "files";
}
