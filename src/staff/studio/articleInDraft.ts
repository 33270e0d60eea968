import type { Documents } from "../../content/documents";
import type { Draft } from "../../content/doors";
import { folderOf, within } from "../../content/folder";
import { ContentError } from "../../content/mistakes";
import type { Article } from "../../knowledge/article";
import { articleOf as articleOfForm } from "../../knowledge/editing/articleOf";
import { formOf } from "../../knowledge/editing/readForm";
import { loadOffices, type PublicOffice } from "../../knowledge/offices";
import { articleOf, documentsOf, textsIn } from "./draftTexts";

/** The article a draft is about, as far as it is written; undefined where it is about something else. */
export function articleInDraft(draft: Draft, released: Documents): Article | undefined {
  const id = articleOf(draft);
  if (id === undefined) return undefined;
  return articleOfForm(formOf(id, textsIn(documentsOf(draft, released), "text")), officesIn(released));
}

function officesIn(released: Documents): PublicOffice[] {
  try {
    return loadOffices(within(folderOf(released), "knowledge"));
  } catch (error) {
    if (error instanceof ContentError) return [];
    throw error;
  }
}
