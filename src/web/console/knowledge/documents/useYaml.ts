import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { DraftView, YamlEdit } from "../../../../staff/wire";
import { api, Refusal } from "../../kit/api";
import { draftAddress, newerDraft } from "../editor/useDraft";
import { allOf, isBranch, type Leaf, type Scalar, withValue } from "./tree";
import { useTree } from "./useTree";

/** So long after the last key it is saved, and so long after a save that did not get through it is tried again. */
const STILL_MS = 1_500;
const RETRY_MS = 5_000;
const MOST_AT_ONCE = 200;

/** What is typed into one field and not saved yet; `before`: what stood there. */
type Typed = { at: Leaf["at"]; before: Scalar; value: Scalar };
/** What came of somebody else's save: my changes are in it, some have no place, or the last step must be made again. */
type Met = { kind: "merged" } | { kind: "again" } | { kind: "lost"; typed: { field: string; value: Scalar }[] };
type State = "saved" | "unsaved" | "saving" | "lost";

export type YamlEditing = ReturnType<typeof useYaml>;

/**
 * One YAML document of a draft as it is being changed: what is typed is saved by itself, one save after the other, and
 * only the fields that were touched. A list that changes is drawn anew.
 */
export function useYaml(draft: DraftView, path: string, onChanged: (draft: DraftView) => void) {
  const { view, error: unread, draw, put } = useTree(draft.id, path);
  const typed = useRef(new Map<string, Typed>());
  const seen = useRef(draft.version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [state, setState] = useState<State>("saved");
  const [error, setError] = useState<unknown>(null);
  const [met, setMet] = useState<Met>();
  const [keys, setKeys] = useState(0);

  const post = useCallback(
    async (edits: YamlEdit[]) => {
      const saved = await api.post<DraftView>(`${draftAddress(draft.id)}/yaml`, { seen: seen.current, path, edits });
      seen.current = saved.version;
      onChanged(saved);
    },
    [draft.id, path, onChanged],
  );

  const saveTyped = useCallback(async () => {
    const sent = [...typed.current].slice(0, MOST_AT_ONCE);
    if (sent.length === 0) return;
    setState("saving");
    await post(sent.map(([, { at, value }]) => ({ edit: "set", at, value })));
    for (const [field, { value }] of sent) if (typed.current.get(field)?.value === value) typed.current.delete(field);
    put((tree) => sent.reduce((all, [field, { value }]) => withValue(all, field, value), tree));
    setState(typed.current.size > 0 ? "unsaved" : "saved");
  }, [post, put]);

  /** Somebody was faster: what they left in place of mine decides whether mine still fits. */
  const meet = useCallback(
    async (newer: DraftView, wasStep: boolean) => {
      seen.current = newer.version;
      onChanged(newer);
      const tree = await draw();
      const now = new Map(
        tree ? allOf(tree).flatMap((node) => (isBranch(node) ? [] : [[node.field, standing(node)] as const])) : [],
      );
      const lost = [...typed.current].filter(([field, { before }]) => now.get(field) !== before);
      for (const [field] of lost) typed.current.delete(field);
      const gone = lost.map(([field, { value }]) => ({ field, value }));
      setMet(gone.length > 0 ? { kind: "lost", typed: gone } : { kind: wasStep ? "again" : "merged" });
      setState(typed.current.size > 0 ? "unsaved" : "saved");
      setKeys((count) => count + 1);
    },
    [draw, onChanged],
  );

  /** One after the other; what fails is told and loses nothing. */
  const run = useCallback(
    (task: () => Promise<void>, wasStep = false) => {
      queue.current = queue.current.then(async () => {
        try {
          setError(null);
          await task();
        } catch (failed) {
          const newer = newerDraft(failed);
          if (newer) return meet(newer, wasStep).catch(setError);
          setError(failed);
          setState(typed.current.size > 0 ? (failed instanceof Refusal ? "unsaved" : "lost") : "saved");
        }
      });
      return queue.current;
    },
    [meet],
  );

  const save = useCallback(() => void run(saveTyped), [run, saveTyped]);
  const isRefused = error instanceof Refusal;
  useEffect(() => {
    if (keys === 0 || typed.current.size === 0 || isRefused || state === "saving") return;
    const timer = setTimeout(save, state === "lost" ? RETRY_MS : STILL_MS);
    return () => clearTimeout(timer);
  }, [keys, state, isRefused, save]);
  useLeaving(typed, save);

  // Written by somebody else, or as a whole text, and seen before a save of ours.
  useEffect(() => {
    if (draft.version <= seen.current) return;
    void run(async () => {
      // Our own save may have been answered meanwhile.
      if (draft.version <= seen.current) return;
      await meet(draft, false);
      setMet((before) => (before?.kind === "lost" ? before : undefined));
    });
  }, [draft, run, meet]);

  const type = useCallback((node: Leaf, value: Scalar) => {
    const before = typed.current.get(node.field)?.before ?? standing(node);
    typed.current.set(node.field, { at: node.at, before, value });
    if (before === value) typed.current.delete(node.field);
    setError(null);
    setState(typed.current.size > 0 ? "unsaved" : "saved");
    setKeys((count) => count + 1);
  }, []);

  /** A change of what there is; the tree is drawn anew before `then`. */
  const change = useCallback(
    (edit: YamlEdit, then: () => void) =>
      run(async () => {
        await saveTyped();
        setState("saving");
        await post([edit]);
        await draw();
        setState("saved");
        then();
      }, true),
    [run, saveTyped, post, draw],
  );

  const typedIn = useCallback((node: Leaf): Scalar => typed.current.get(node.field)?.value ?? standing(node), []);
  const dismiss = useCallback(() => setMet(undefined), []);
  return useMemo(
    () => ({ view, unread, draw, state, error, met, dismiss, type, typedIn, change, save }),
    [view, unread, draw, state, error, met, dismiss, type, typedIn, change, save],
  );
}

const standing = (node: Leaf): Scalar => (node.kind === "null" ? null : node.value);

/** Leaving the page saves; closing the tab asks first. */
function useLeaving(typed: { current: ReadonlyMap<string, Typed> }, save: () => void): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => void (typed.current.size > 0 && event.preventDefault());
    const leave = () => void (document.hidden && save());
    addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", leave);
    return () => {
      removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", leave);
      save();
    };
  }, [typed, save]);
}
