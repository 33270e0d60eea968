import { z } from "zod";
import type { Folder } from "../content/folder";
import { complain } from "../content/mistakes";
import { checkedYamlFile } from "../content/readFiles";
import { Localized } from "../conversation/language";
import type { Example } from "../conversation/understanding";
import type { Article } from "./article";

const Matter = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The institution, or who else it is up to. */
  whose: Localized,
  reply: Localized,
  /** The article that answers this, when there is one. */
  article: z.string().optional(),
  examples: z.array(z.string().min(1)).min(25),
});

/** A matter that is not the city's: how people ask for it, and where to turn instead. */
export type OutsideMatter = z.infer<typeof Matter>;

export const OutsideMatters = z.array(Matter);

/** Reads `knowledge/_outside.yaml`. */
export function loadOutside(file: Folder, articles: Article[]): OutsideMatter[] {
  const { value, mistake } = checkedYamlFile(file, OutsideMatters);
  const ids = new Set(articles.map(({ id }) => id));
  complain(
    value.flatMap(({ id, article }, index) => [
      ...(article === undefined || ids.has(article)
        ? []
        : [mistake([index, "article"], `nie ma artykułu „${article}”`)]),
      ...(value.findIndex((matter) => matter.id === id) < index
        ? [mistake([index, "id"], "to id jest już wyżej")]
        : []),
    ]),
  );
  return value;
}

/** Matters of nobody in particular. They hold words of every kind, so they must not win a close call. */
const CATCH_ALL = new Set(["unrelated", "uncovered"]);
const CATCH_ALL_WEIGHT = 0.5;

/** What the classifier learns about matters that are not the city's. */
export function outsideExamples(matters: OutsideMatter[]): Example[] {
  return matters.flatMap(({ id, examples }) => {
    const weight = CATCH_ALL.has(id) ? CATCH_ALL_WEIGHT : 1;
    return examples.map((text) => ({ text, intent: { kind: "outside" as const, id }, weight }));
  });
}
