import type { DraftView } from "../../../src/staff/wire";
import type { Came, Person } from "./person";

/** Begins a draft about an article and writes this unit into it. */
export async function writes(person: Person, article: string, unit: string): Promise<DraftView> {
  const draft: DraftView = (await person.posts("drafts", { article })).body;
  const form = { ...draft.article, unit };
  return (await person.posts(`drafts/${draft.id}/article`, { seen: draft.version, form })).body;
}

type Seen = Pick<DraftView, "id" | "version">;

export const acts = (person: Person, { id, version }: Seen, act: string, more: object = {}): Promise<Came> =>
  person.posts(`drafts/${id}/acts`, { act, seen: version, ...more });

export const decides = (person: Person, { id, version }: Seen, act: string, more: object = {}): Promise<Came> =>
  person.posts(`drafts/${id}/decisions`, { act, seen: version, ...more });

/** An article's path and the line of it that names this unit. */
export const pathOf = (article: string) => `knowledge/${article}.md`;
