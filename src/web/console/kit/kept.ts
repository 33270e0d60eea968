import { useCallback, useState } from "react";
import { useSession } from "./session";

/**
 * State that survives a reload of this tab: nothing typed is lost. It belongs to one account. `read` turns what was kept
 * back into the value, and answers undefined for what it does not know (an older shape). The third thing answered forgets it.
 */
export function useKept<T>(key: string, initial: () => T, read: (kept: unknown) => T | undefined) {
  const { account } = useSession();
  const name = `hejnal-kept:${account.id}:${key}`;
  const [value, setValue] = useState<T>(() => readKept(name, read) ?? initial());
  const keep = useCallback(
    (change: (before: T) => T) =>
      setValue((before) => {
        const next = change(before);
        sessionStorage.setItem(name, JSON.stringify(next));
        return next;
      }),
    [name],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(name);
    setValue(initial);
  }, [name, initial]);
  return [value, keep, forget] as const;
}

function readKept<T>(name: string, read: (kept: unknown) => T | undefined): T | undefined {
  try {
    return read(JSON.parse(sessionStorage.getItem(name) ?? "null"));
  } catch {
    return undefined;
  }
}
