import type { Draft } from "../../../content/doors";
import type { ArticleForm } from "../../../knowledge/editing/form";
import { formOf } from "../../../knowledge/editing/readForm";
import { changesOf } from "../../../knowledge/editing/writeForm";
import type { StaffParts } from "../../parts";
import { articleOf, documentsOf, textsIn, written } from "../draftTexts";
import { beginDraft } from "../newDraft";

/** What is known of an article that comes from elsewhere. */
export type Imported = Pick<ArticleForm, "title" | "phrasings"> &
  Partial<Pick<ArticleForm, "answer" | "sections" | "keywords" | "unit" | "sources">>;

/** A draft of a new article, never published by itself; undefined where none could be begun. */
export async function importArticle(
  { title, phrasings, ...known }: Imported,
  { by, parts }: { by: string; parts: StaffParts },
): Promise<Draft | undefined> {
  const { studio, now } = parts;
  const draft = await beginDraft({ newArticle: title, phrasings }, { by, parts, origin: "import" });
  const id = draft && articleOf(draft);
  if (!draft || id === undefined) return undefined;
  const released = await studio.documents();
  const texts = textsIn(documentsOf(draft, released), "text");
  const changes = changesOf({ ...formOf(id, texts), ...known }, texts);
  const documents = written(draft, changes, released);
  const done = await studio.store.changeDraft(draft.id, draft.version, { documents }, by, now());
  return "draft" in done ? done.draft : undefined;
}

const LONGEST_ANSWER = 500;

/** The first paragraphs as a short answer, as many as fit; the rest as what is done step by step. */
export function shortened(text: string): Pick<ArticleForm, "answer" | "sections"> {
  const paragraphs = text
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
  const [first = "", ...rest] = paragraphs;
  if (first.length <= LONGEST_ANSWER) return { answer: first, sections: stepsOf(rest) };
  const cut = first.slice(0, LONGEST_ANSWER).search(/[.!?][^.!?]*$/);
  // A sentence that ends nowhere stays whole among the steps.
  return {
    answer: cut === -1 ? "" : first.slice(0, cut + 1),
    sections: stepsOf([first.slice(cut + 1).trim(), ...rest]),
  };
}

const stepsOf = (paragraphs: string[]) => (paragraphs.length > 0 ? { steps: paragraphs.join("\n\n") } : {});
