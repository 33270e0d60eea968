import { useState } from "react";
import { useKept } from "../kit/kept";
import { type Call, isSame, newCall, readCall, type Told } from "./call";

/** The call at this desk: every change starts its clock, all of it outlives a reload. */
export function useCall() {
  const [call, keep] = useKept<Call>("call", newCall, readCall);
  const [discarded, setDiscarded] = useState<Call>();
  const change = (part: Partial<Call> | ((before: Call) => Partial<Call>)) =>
    keep((before) => ({
      ...before,
      startedAt: before.startedAt ?? new Date().toISOString(),
      ...(typeof part === "function" ? part(before) : part),
    }));
  return {
    call,
    change,
    /** Says an article or a section was told, or takes it back. */
    tell: (told: Told, isTold: boolean) =>
      change((before) => {
        const others = before.told.filter((one) => !isSame(one, told));
        return { told: isTold ? [...others, told] : others };
      }),
    start: () => change({}),
    /** Ready for the next call. */
    next: () => keep(() => newCall()),
    discarded,
    discard() {
      setDiscarded(call);
      keep(() => newCall());
    },
    restore() {
      if (discarded) keep(() => discarded);
      setDiscarded(undefined);
    },
    forgetDiscarded: () => setDiscarded(undefined),
  };
}

export type CallDesk = ReturnType<typeof useCall>;
