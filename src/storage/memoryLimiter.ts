import type { Limiter } from "../conversation/bus";

/** More keys than this are looked through for windows that are over. */
const MANY_KEYS = 10_000;

/** Counts within this process, in fixed windows that begin with the first use. */
export function memoryLimiter(now: () => number): Limiter {
  const windows = new Map<string, { count: number; endsAt: number }>();
  const sweep = () => {
    for (const [key, { endsAt }] of windows) if (endsAt <= now()) windows.delete(key);
  };
  let sweepAt = MANY_KEYS;
  return {
    async take(key, most, windowSeconds) {
      let window = windows.get(key);
      if (!window || window.endsAt <= now()) {
        window = { count: 0, endsAt: now() + windowSeconds * 1000 };
        windows.set(key, window);
        if (windows.size >= sweepAt) {
          sweep();
          // Where most windows are still open, looking again at every new key would cost more than it frees.
          sweepAt = Math.max(MANY_KEYS, windows.size * 2);
        }
      }
      window.count += 1;
      const allowed = window.count <= most;
      return { allowed, retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil((window.endsAt - now()) / 1000)) };
    },
  };
}
