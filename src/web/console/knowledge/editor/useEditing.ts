import { useCallback, useEffect, useMemo, useState } from "react";
import type { DraftView } from "../../../../staff/wire";
import { useKept } from "../../kit/kept";
import { isRecord } from "../../kit/reading";
import { useRight } from "../../kit/session";
import { type ArticleForm, changedFields, type FieldKey, isForm, type Value, writeField } from "./fields";
import { type Difference, differencesOf } from "./merging";
import { useAutosave, useSaving, useWarning } from "./useSaving";

/** So long after the last key it is saved, and so long after a save that did not get through it is tried again. */
const STILL_MS = 2_000;
const RETRY_MS = 5_000;

export type ArticleDraft = DraftView & { article: ArticleForm };
/** `base`: the form as the server had it in version `seen`; `mine`: as it is typed here. */
type Kept = { seen: number; base: ArticleForm; mine: ArticleForm };

const readKept = (kept: unknown): Kept | undefined =>
  isRecord(kept) && typeof kept.seen === "number" && isForm(kept.base) && isForm(kept.mine)
    ? { seen: kept.seen, base: kept.base, mine: kept.mine }
    : undefined;

export type Editing = ReturnType<typeof useEditing>;

/**
 * The article of a draft as it is being typed: saved by itself, one save at a time, kept over a reload, and put together
 * with what somebody else saved meanwhile.
 */
export function useEditing(draft: ArticleDraft, put: (draft: DraftView) => void) {
  const mayWrite = useRight("edit_knowledge");
  const first = () => ({ seen: draft.version, base: draft.article, mine: draft.article });
  const [kept, keep] = useKept<Kept>(`draft-${draft.id}`, first, readKept);
  const { seen, base, mine } = kept;
  const isChanged = useMemo(() => changedFields(base, mine).length > 0, [base, mine]);
  const save = useSaving(draft.id, put, ({ form }, saved) =>
    keep((before) => ({ seen: saved.version, base: form, mine: before.mine })),
  );
  const differences = useNewer({ draft, kept, keep, isChanged, isSaving: save.isPending });
  const isRefused = save.isRefused && save.sent === mine;
  const submit = () => isChanged && mayWrite && !differences && save.submit({ seen, form: mine });
  const savesItself = isChanged && mayWrite && !differences && !isRefused && draft.state === "writing";
  useAutosave(savesItself && !save.isPending, mine, save.isLost ? RETRY_MS : STILL_MS, submit);
  useWarning(isChanged && mayWrite);
  const { asked, ask } = useAsked(mine);
  return {
    form: mine,
    mayWrite,
    isChanged,
    /** What became of the last save. */
    state: save.isPending ? "saving" : !isChanged ? "saved" : save.isLost ? "lost" : "unsaved",
    error: isRefused ? save.error : null,
    /** The save was asked for by hand and nothing was typed since. */
    asked,
    change: useCallback(
      (key: FieldKey, value: Value) => keep((before) => ({ ...before, mine: writeField(before.mine, key, value) })),
      [keep],
    ),
    changeForm: useCallback(
      (change: (form: ArticleForm) => ArticleForm) => keep((before) => ({ ...before, mine: change(before.mine) })),
      [keep],
    ),
    save() {
      ask();
      submit();
    },
    /** Before going somewhere else on the page. */
    flush: () => void (savesItself && submit()),
    /** Somebody else changed what would be lost: field by field. */
    differences,
    /** The choice was made: this is mine now, on top of theirs. */
    settle: (form: ArticleForm) => keep(() => ({ seen: draft.version, base: draft.article, mine: form })),
  } as const;
}

type Meeting = {
  draft: ArticleDraft;
  kept: Kept;
  keep: (change: (before: Kept) => Kept) => void;
  isChanged: boolean;
  isSaving: boolean;
};

/** A newer version joins what is typed where nothing would be lost; what would be is answered, to be chosen from. */
function useNewer({ draft, kept, keep, isChanged, isSaving }: Meeting): Difference[] | undefined {
  const { base, mine } = kept;
  const isNewer = draft.version > kept.seen && !isSaving;
  const differences = useMemo(
    () => (isNewer && isChanged ? differencesOf(base, mine, draft.article) : []),
    [isNewer, isChanged, base, mine, draft.article],
  );
  const mustChoose = differences.some(({ choice }) => choice !== "mine");
  useEffect(() => {
    if (!isNewer || mustChoose) return;
    keep((before) => ({
      seen: draft.version,
      base: draft.article,
      mine: changedFields(before.base, before.mine).length > 0 ? before.mine : draft.article,
    }));
  }, [isNewer, mustChoose, draft, keep]);
  return isNewer && mustChoose ? differences : undefined;
}

function useAsked(mine: ArticleForm) {
  const [askedOf, setAskedOf] = useState<ArticleForm>();
  return { asked: askedOf === mine, ask: () => setAskedOf(mine) };
}
