import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { LiveEvent, Viewer } from "../../../staff/wire";
import { type LiveState, openLive } from "./liveConnection";
import { useSessionChange } from "./session";

type Live = ReturnType<typeof openLive>;
const Context = createContext<Live | undefined>(undefined);

/**
 * One WebSocket for the whole console. What it says makes the queries of TanStack Query stale: `["queue"]`,
 * `["conversation", id]`; after a reset everything is.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { refresh } = useSessionChange();
  const live = useMemo(() => openLive(), []);
  useEffect(() => {
    const stopHearing = live.hear((event) => {
      if (event.kind === "queue") void client.invalidateQueries({ queryKey: ["queue"] });
      if (event.kind === "news" || event.kind === "changed")
        void client.invalidateQueries({ queryKey: ["conversation", event.conversationId] });
      if (event.kind === "reset") void client.invalidateQueries();
      if (event.kind === "over") void refresh();
    });
    live.start();
    return () => {
      stopHearing();
      live.stop();
    };
  }, [live, client, refresh]);
  return <Context value={live}>{children}</Context>;
}

function useLive(): Live {
  const live = useContext(Context);
  if (!live) throw new Error("no live connection above");
  return live;
}

/** `connected`, `connecting`, or `lost` since when; shown, never swallowed. */
export function useLiveState(): LiveState {
  const live = useLive();
  return useSyncExternalStore(live.onState, live.state);
}

/** Hears every event while mounted. */
export function useLiveEvents(hear: (event: LiveEvent) => void): void {
  const live = useLive();
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => live.hear((event) => latest.current(event)), [live]);
}

/** Asks for the lines of these conversations at once; call it in one place only (the inbox). */
export function useWatched(conversationIds: string[]): void {
  const live = useLive();
  const key = conversationIds.join(",");
  useEffect(() => live.watch(key === "" ? [] : key.split(",")), [live, key]);
}

/** Tells colleagues that this person looks at the conversation, and types in it. */
export function useViewing(conversationId: string | undefined, typing: boolean): void {
  const live = useLive();
  useEffect(() => {
    live.view(conversationId ?? null, typing);
    return () => live.view(null, false);
  }, [live, conversationId, typing]);
}

const TYPING_MS = 6_000;

type Heard = { of: string; viewers: Viewer[]; typesUntil: number };

/** Others who look at the conversation, and whether the resident is typing (never what). */
export function usePresenceIn(conversationId: string): { viewers: Viewer[]; residentTypes: boolean } {
  const nothing: Heard = { of: conversationId, viewers: [], typesUntil: 0 };
  const [kept, setKept] = useState<Heard>(nothing);
  // What was heard of another conversation does not count for this one.
  const { viewers, typesUntil } = kept.of === conversationId ? kept : nothing;
  const note = (heard: Partial<Heard>) =>
    setKept((last) => ({ ...(last.of === conversationId ? last : nothing), ...heard }));
  useLiveEvents((event) => {
    if (!("conversationId" in event) || event.conversationId !== conversationId) return;
    if (event.kind === "viewers") note({ viewers: event.viewers });
    if (event.kind === "typing") note({ typesUntil: Date.now() + TYPING_MS });
    if (event.kind === "news") note({ typesUntil: 0 });
  });
  useEffect(() => {
    if (typesUntil === 0) return;
    const timer = setTimeout(
      () => setKept((last) => ({ ...last, typesUntil: 0 })),
      Math.max(0, typesUntil - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [typesUntil]);
  return { viewers, residentTypes: typesUntil > 0 };
}
