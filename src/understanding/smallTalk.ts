import { z } from "zod";
import type { Folder } from "../content/folder";
import { complain } from "../content/mistakes";
import { checkedYamlFile } from "../content/readFiles";
import { Localized } from "../conversation/language";
import type { Example } from "../conversation/understanding";

const Said = z.string().trim().min(1);

const SmallTalk = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  /** What staff calls it, in Polish. */
  title: Said,
  examples: z.strictObject({
    pl: z.array(Said).min(10),
    en: z.array(Said).min(4),
    uk: z.array(Said).min(4),
  }),
  /** Patterns that mean this whatever else is said: nobody may depend on how sure a classifier is. */
  words: z.array(Said).default([]),
  /** What the bot says; left out where it acts instead of talking (somebody asks for a person). */
  reply: Localized.optional(),
  /** The same in the middle of a dialog, where the dialog's question follows; `reply` when left out. */
  in_dialog: Localized.optional(),
});

/** Something said beside the matter: a greeting, thanks, a call for a person, danger. */
export type SmallTalk = z.infer<typeof SmallTalk>;

export const AllSmallTalk = z.array(SmallTalk);

/** Reads `dialogs/smallTalk.yaml`. */
export function loadSmallTalk(file: Folder): SmallTalk[] {
  const { value, mistake } = checkedYamlFile(file, AllSmallTalk);
  const again = value.flatMap(({ id }, index) => (value.findIndex((talk) => talk.id === id) < index ? [index] : []));
  complain(again.map((index) => mistake([index, "id"], "to id jest już wyżej")));
  return value;
}

/** The entry whose examples belong to no matter: they are known by their empty words, not learnt as a meaning. */
const VAGUE = "vague";

/** Texts from which nobody could guess the matter. */
export function vagueTexts(talks: SmallTalk[]): string[] {
  return talks.filter(({ id }) => id === VAGUE).flatMap(({ examples: { pl, en, uk } }) => [...pl, ...en, ...uk]);
}

/** What the classifier learns about small talk. */
export function smallTalkExamples(talks: SmallTalk[]): Example[] {
  const learnt = talks.filter(({ id }) => id !== VAGUE);
  return learnt.flatMap(({ id, examples }) =>
    [...examples.pl, ...examples.en, ...examples.uk].map((text) => ({ text, intent: { kind: "talk", id } as const })),
  );
}
