import type { Config } from "./config";

/** Where maps get their pictures (`tiles`), whose they are, and the host as a page's policy names it; undefined without any. */
export function mapOf({
  MAP_TILES: tiles,
  MAP_ATTRIBUTION: attribution,
}: Pick<Config, "MAP_TILES" | "MAP_ATTRIBUTION">) {
  if (tiles === undefined) return undefined;
  // `https://*.tile.example.org` of `https://{s}.tile.example.org/{z}/{x}/{y}.png`
  return { tiles, attribution, origin: tiles.replace(/^(https?:\/\/[^/]+).*$/, "$1").replace("{s}", "*") };
}
