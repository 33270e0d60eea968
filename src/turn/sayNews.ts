import type { Facts } from "../conversation/facts";
import { fill } from "./fill";
import type { Phrases } from "./phrases/phrases";

/** Of what there will be no news any more, or news again. */
export function sayNews(
  kind: "unsubscribe" | "subscribe_again",
  { following = [] }: Pick<Facts, "following">,
  { news }: Phrases,
): string {
  const isEnd = kind === "unsubscribe";
  const ids = following.filter(({ on, own }) => (isEnd ? on : on || own)).map(({ id }) => id);
  if (ids.length === 0) return isEnd ? news.none : news.nothing;
  return fill(isEnd ? news.ended : news.again, { ids: ids.join(", ") });
}
