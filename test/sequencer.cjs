/** The longest first, so that no worker is left alone with one at the end. */
const LONG = [
  "/test/killed/",
  "/test/app/live.",
  "/test/browser/console/look",
  "/test/browser/",
  "/test/oidc/",
  "/test/app/",
];

class LongestFirst {
  /** @param {{ path: string }[]} tests */
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((part) => path.includes(part));
      return at < 0 ? LONG.length : at;
    };
    return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }
  cacheResults() {}
}

module.exports = LongestFirst;
