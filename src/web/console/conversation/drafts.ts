import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { AttachmentView } from "../../../staff/wire";
import { useSession } from "../kit/session";

/** A reply on its way, or one whose way failed; `key` makes a second try harmless. */
export type Outgoing = { key: string; text: string; files: AttachmentView[] };
/** What a person has written in one place and not yet got through. */
export type Draft = { text: string; files: AttachmentView[]; outgoing: Outgoing[] };

const PREFIX = "hejnal-draft:";
const EMPTY: Draft = { text: "", files: [], outgoing: [] };
const hearers = new Set<() => void>();
const subscribe = (hear: () => void) => {
  hearers.add(hear);
  return () => void hearers.delete(hear);
};

/** Drafts outlive reloads and crashes; each belongs to one account, one place and one conversation. */
export function useDraft(place: "reply" | "note", conversationId: string) {
  const { account } = useSession();
  const key = `${PREFIX}${account.id}:${place}:${conversationId}`;
  const kept = useSyncExternalStore(
    subscribe,
    useCallback(() => localStorage.getItem(key), [key]),
  );
  const draft = useMemo(() => parse(kept), [kept]);
  const change = useCallback((change: (before: Draft) => Partial<Draft>) => write(key, change), [key]);
  return { draft, change };
}

function write(key: string, change: (before: Draft) => Partial<Draft>): void {
  const before = parse(localStorage.getItem(key));
  const next = { ...before, ...change(before) };
  const isEmpty = next.text === "" && next.files.length === 0 && next.outgoing.length === 0;
  if (isEmpty) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(next));
  for (const hear of hearers) hear();
}

function parse(kept: string | null): Draft {
  if (kept === null) return EMPTY;
  try {
    const found: Partial<Draft> = JSON.parse(kept);
    return { ...EMPTY, ...found };
  } catch {
    return EMPTY;
  }
}
