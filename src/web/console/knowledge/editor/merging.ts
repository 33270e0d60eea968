import {
  type ArticleForm,
  type FieldKey,
  fieldKeys,
  isSame,
  linesOf,
  readField,
  type Value,
  writeField,
} from "./fields";

/** `both`: of lists, what either added or took away. */
export type Choice = "mine" | "theirs" | "both";

/** A field in which my form and theirs differ. `choice`: who changed it, as far as only one of us did. */
export type Difference = { key: FieldKey; before: Value; mine: Value; theirs: Value; choice?: "mine" | "theirs" };

/** Where two forms made from the same one differ. */
export function differencesOf(before: ArticleForm, mine: ArticleForm, theirs: ArticleForm): Difference[] {
  return fieldKeys.flatMap((key) => {
    const values = { before: readField(before, key), mine: readField(mine, key), theirs: readField(theirs, key) };
    if (isSame(values.mine, values.theirs)) return [];
    if (isSame(values.mine, values.before)) return [{ key, ...values, choice: "theirs" as const }];
    if (isSame(values.theirs, values.before)) return [{ key, ...values, choice: "mine" as const }];
    return [{ key, ...values }];
  });
}

/** Their form with what was chosen of mine; what nobody chose stays mine, so that nothing typed is lost. */
export function mergedForm(
  theirs: ArticleForm,
  differences: Difference[],
  chosen: ReadonlyMap<FieldKey, Choice>,
): ArticleForm {
  return differences.reduce((form, difference) => {
    const choice = chosen.get(difference.key) ?? difference.choice ?? "mine";
    return writeField(form, difference.key, chosenOf(difference, choice));
  }, theirs);
}

/** Whether both changes of a field can be kept. */
export const canKeepBoth = ({ mine, theirs }: Difference): boolean => Array.isArray(mine) && Array.isArray(theirs);

function chosenOf({ before, mine, theirs }: Difference, choice: Choice): Value {
  if (choice !== "both") return choice === "mine" ? mine : theirs;
  const [had, own, other] = [before, mine, theirs].map(linesOf);
  const kept = (other ?? []).filter((line) => !had?.includes(line) || own?.includes(line));
  const added = (own ?? []).filter((line) => !had?.includes(line) && !kept.includes(line));
  return [...kept, ...added];
}
