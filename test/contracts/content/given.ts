import { randomUUID } from "node:crypto";
import type { DraftDocument, NewDraft, NewRelease, Released } from "../../../src/content/doors";
import type { Storage } from "../../../src/storage/storage";
import { noon } from "../storage/given";

/** A document that is to become `text`; there is none now unless `base` says what it is. */
export const document = (path: string, text: string | null, base: string | null = null): DraftDocument => ({
  path,
  text,
  base,
});

export const newRelease = (documents: DraftDocument[], more: Partial<NewRelease> = {}): NewRelease => ({
  kind: "draft",
  title: "Dowód osobisty",
  why: "nowa opłata",
  at: noon,
  documents,
  ...more,
});

export const newDraft = (documents: DraftDocument[], more: Partial<NewDraft> = {}): NewDraft => ({
  subject: `document:${randomUUID()}`,
  title: "Dowód osobisty",
  why: "nowa opłata",
  origin: "editor",
  documents,
  at: noon,
  ...more,
});

/** The release that was written; fails when none was. */
export function written(released: Released) {
  if (!("release" in released)) throw new Error(`nothing was released: ${JSON.stringify(released)}`);
  return released.release;
}

/** A new account of an editor. */
export async function editor({ staff }: Storage, name: string) {
  const id = randomUUID();
  const skills = { capacity: 4, languages: [], areas: [], teams: [] };
  await staff.accounts.add({ id, login: `login-${id}`, name, role: "editor", passwordHash: "hash", ...skills }, noon);
  return { id, name };
}
