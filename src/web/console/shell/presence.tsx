import { useLocalStorage } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { PresenceView } from "../../../staff/wire";
import { api, Refusal } from "../kit/api";
import { useLiveEvents } from "../kit/live";
import { useRight, useSession, useSessionChange } from "../kit/session";

const BEAT_MS = 15_000;
const TOUCHES = ["pointerdown", "keydown", "wheel"] as const;

type Presence = {
  /** Takes conversations; the same in all tabs of this browser. */
  available: boolean;
  setAvailable(available: boolean): void;
  /** When the session ends if nobody touches the page. */
  endsAt: number;
  /** The end did not move although the page was touched: the eight hours are nearly over. */
  final: boolean;
  /** Says now that somebody is here. */
  touch(): void;
};
const Context = createContext<Presence | undefined>(undefined);

/** Says every 15 s that this page is here, whether its person takes conversations, and whether they touched it. */
export function PresenceProvider({ children }: { children: ReactNode }) {
  const session = useSession();
  const client = useQueryClient();
  const { refresh } = useSessionChange();
  const [available, setAvailable] = useLocalStorage({
    key: `hejnal-available-${session.account.id}`,
    defaultValue: session.available,
    getInitialValueInEffect: false,
  });
  const [end, setEnd] = useState({ at: Date.parse(session.endsAt), final: false });
  const now = useRef({ available, active: true, beatAt: 0 });
  // Whoever may not take conversations any more is here all the same.
  now.current.available = useRight("work_desk") && available;

  const beat = useRef(async () => {
    const { active } = now.current;
    now.current.active = false;
    now.current.beatAt = Date.now();
    try {
      const { endsAt } = await api.post<PresenceView>("presence", { available: now.current.available, active });
      const at = Date.parse(endsAt);
      setEnd((last) => ({ at, final: active && at - Date.now() < 5 * 60_000 ? true : last.final && !active }));
    } catch (error) {
      now.current.active ||= active;
      if (!(error instanceof Refusal)) return;
      // Another tab logged out or in.
      if (error.error.code === "no_session") client.setQueryData(["session"], null);
      else void refresh();
    }
  });

  // The server knows better than what an older session left here; told before the first beat and before anybody can
  // press. From then on the person decides: an answer of the server on its way would undo a press.
  const atFirst = useRef(session.available);
  useLayoutEffect(() => setAvailable(atFirst.current), [setAvailable]);
  useEffect(() => {
    const touch = () => {
      now.current.active = true;
    };
    for (const name of TOUCHES) addEventListener(name, touch, { passive: true });
    const timer = setInterval(() => void beat.current(), BEAT_MS);
    void beat.current();
    return () => {
      clearInterval(timer);
      for (const name of TOUCHES) removeEventListener(name, touch);
    };
  }, []);
  // Browsers slow the clocks of hidden tabs down to one tick a minute, but not what the server says.
  useLiveEvents(({ kind }) => {
    if (kind === "here" && Date.now() - now.current.beatAt >= BEAT_MS - 1_000) void beat.current();
  });

  const value = useMemo(
    () => ({
      available,
      setAvailable(wanted: boolean) {
        now.current.available = wanted;
        now.current.active = true;
        setAvailable(wanted);
        void beat.current().then(() => client.invalidateQueries({ queryKey: ["queue"] }));
      },
      endsAt: end.at,
      final: end.final,
      touch() {
        now.current.active = true;
        void beat.current();
      },
    }),
    [available, end, setAvailable, client],
  );
  return <Context value={value}>{children}</Context>;
}

export function usePresence(): Presence {
  const presence = useContext(Context);
  if (!presence) throw new Error("no presence above");
  return presence;
}
