const PREPARE_AT_USE = 3;
const PREPARE_AT_MOST = 200;

/** Names for statements that keep coming, so that a connection plans them once; others stay nameless. */
export function preparedNames(): (text: string) => string | undefined {
  const uses = new Map<string, { count: number; name: string }>();
  return (text) => {
    const known = uses.get(text);
    if (known) {
      known.count += 1;
      return known.count >= PREPARE_AT_USE ? known.name : undefined;
    }
    if (uses.size < PREPARE_AT_MOST) uses.set(text, { count: 1, name: `hejnal_${uses.size}` });
    return undefined;
  };
}
