/** Answers again for a while what was made a moment ago, however many ask. */
export type Keep = (key: string, make: () => Promise<string>) => Promise<string>;

const FOR_MS = 30_000;
const MOST = 200;

/** Keeps what was made for 30 seconds, so that a crowd costs the database no more than one reader. */
export function openKeep(now: () => Date): Keep {
  const kept = new Map<string, { until: number; made: Promise<string> }>();
  return (key, make) => {
    const at = now().getTime();
    const known = kept.get(key);
    if (known && known.until > at) return known.made;
    const made = make();
    kept.delete(key);
    kept.set(key, { until: at + FOR_MS, made });
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    // What failed is made anew for the next one who asks.
    made.catch(() => kept.get(key)?.made === made && kept.delete(key));
    return made;
  };
}
