import { Text } from "@mantine/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useWords } from "../../kit/language";
import { SearchField } from "../../kit/SearchField";
import { Inside, TreeNode } from "./Branch";
import { botNames } from "./botNames";
import classes from "./documents.module.css";
import { fieldNames } from "./fieldNames";
import { type Form, FormContext, idOf } from "./form";
import { MistakeList } from "./MistakeList";
import { byField, type Placed } from "./placed";
import { documentsWords } from "./texts";
import { findIn, isBranch, reopened, type Tree, waysTo } from "./tree";
import type { YamlEditing } from "./useYaml";

type Given = { path: string; tree: Tree; editing: YamlEditing; mistakes: Placed[]; readOnly: boolean };

/** A document as fields within fields; what is closed is not drawn. */
export function YamlForm({ path, tree, editing, mistakes, readOnly }: Given) {
  const words = useWords(documentsWords);
  const [typed, setTyped] = useState("");
  const { open, toggle, focus, change, show } = useOpen(editing);
  const nameOf = useNames(path);
  const search = useMemo(() => (typed === "" ? undefined : findIn(tree, typed)), [tree, typed]);
  const told = useMemo(() => byField(mistakes), [mistakes]);
  const { typedIn, type } = editing;
  const shown = search?.shown;
  const form = useMemo<Form>(
    () => ({ nameOf, readOnly, open, toggle, shown, mistakes: told, typedIn, type, change }),
    [nameOf, readOnly, open, toggle, shown, told, typedIn, type, change],
  );
  useFocus(focus);
  const find = (field: string) => {
    setTyped("");
    show(field);
  };
  return (
    <FormContext value={form}>
      <MistakeList mistakes={mistakes} onFind={find} />
      <SearchField words={words} value={typed} onChange={setTyped} />
      <Text size="sm" role="status" mt={4} className={classes.quiet ?? ""}>
        {search && words.found(search.found, search.shown.size > 0 && search.found > MOST_SHOWN)}
      </Text>
      <div className={classes.root}>
        {isBranch(tree) ? (
          <Inside node={tree} label={words.wholeDocument} />
        ) : (
          <TreeNode node={tree} label={words.wholeDocument} />
        )}
      </div>
    </FormContext>
  );
}

const MOST_SHOWN = 80;

function useNames(path: string): (field: string) => string {
  const names = useWords(fieldNames);
  const botsNames = useWords(botNames);
  const isBots = path.startsWith("dialogs/_bot.");
  return useCallback(
    (field) => (isBots ? botsNames[field] : undefined) ?? names[field] ?? field,
    [isBots, names, botsNames],
  );
}

type Wanted = { id: string; times: number };

/** Which maps and lists are open, also after a list's items changed places, and what is to have the focus. */
function useOpen({ change }: YamlEditing) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<Wanted>({ id: "", times: 0 });
  const ask = useCallback((id: string) => setFocus(({ times }) => ({ id, times: times + 1 })), []);
  const toggle = useCallback((field: string) => {
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(field)) next.add(field);
      return next;
    });
  }, []);
  const changeOpen = useCallback<Form["change"]>(
    (edit, { focus, open, list, placeOf }) =>
      void change(edit, () => {
        if (list !== undefined && placeOf) setOpen((before) => reopened(before, list, placeOf));
        if (open !== undefined) setOpen((before) => new Set([...before, ...waysTo(open)]));
        ask(focus);
      }),
    [change, ask],
  );
  const show = useCallback(
    (field: string) => {
      setOpen((before) => new Set([...before, ...waysTo(field)]));
      ask(idOf(field));
    },
    [ask],
  );
  return { open, toggle, focus, change: changeOpen, show };
}

/** Puts the focus there once it is drawn; on the first field of what has none of its own. */
function useFocus({ id, times }: Wanted): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once more
  useEffect(() => {
    if (id === "") return;
    const found = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}"]`);
    found?.focus();
    found?.scrollIntoView({ block: "nearest" });
  }, [id, times]);
}
