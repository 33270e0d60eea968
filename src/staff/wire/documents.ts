import { z } from "zod";
import type { Mistake } from "../../content/mistakes";
import type { YamlTree } from "../../content/yamlTree";
import { Text } from "./text";

/** What editors keep beside the articles, by what it is for. */
export type DocumentGroup =
  | "dialogs"
  | "services"
  | "phrases"
  | "sentences"
  | "replies"
  | "smallTalk"
  | "areas"
  | "units"
  | "timings"
  | "hours"
  | "offices"
  | "outside"
  | "accepted";

/** `title`: as residents or editors know it, in Polish. `drafts`: how many drafts change it now. */
export type DocumentRow = { path: string; title: string; drafts: number };
export type DocumentList = { groups: { group: DocumentGroup; documents: DocumentRow[] }[] };

/** `GET documents/tree`: as it is released, or as it stands in a draft. */
export const TreeQuery = z.strictObject({ path: Text.min(1).max(200), draft: Text.max(100).optional() });

/** `tree` is missing where the text is no YAML. `mistakes`: of this document alone; what it breaks elsewhere the draft tells. */
export type DocumentView = DocumentRow & { text: string; tree?: YamlTree; mistakes: Mistake[] };
export type DocumentTree = YamlTree;
