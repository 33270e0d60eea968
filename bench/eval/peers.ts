import type { Item } from "./sets";
export function measurePeers(_items: Item[]): void {}
