import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";

/** Libraries whose one index names everything they have. */
const indexes = {
  "@mantine/core": "node_modules/@mantine/core/esm/index.mjs",
  "@mantine/hooks": "node_modules/@mantine/hooks/esm/index.mjs",
  "lucide-react": "node_modules/lucide-react/dist/esm/lucide-react.mjs",
};
const IMPORT = new RegExp(`import \\{([^}]*)\\} from "(${Object.keys(indexes).join("|")})";`, "g");

/**
 * Takes every component from its own file instead of the library's index. Through the index, all that any page of the
 * console uses would be loaded with the first one.
 */
export function pieceByPiece(root: string): Plugin {
  const homes = new Map(Object.entries(indexes).map(([library, path]) => [library, homesIn(resolve(root, path))]));
  return {
    name: "piece-by-piece",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("/src/web/console/")) return undefined;
      const own = code.replace(IMPORT, (whole, names: string, library: string) => {
        const pieces = names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name && !name.startsWith("type "));
        const lines = pieces.map((name) => importLine(name, homes.get(library)));
        return lines.includes(undefined) ? whole : lines.join(" ");
      });
      return { code: own, map: null };
    },
  };
}

type Home = { file: string; as: string };

/** `import { Home as HomeIcon } from …` out of `Home as HomeIcon`. */
function importLine(name: string, homes: Map<string, Home> | undefined): string | undefined {
  const [piece = "", local = piece] = name.split(/\s+as\s+/);
  const home = homes?.get(piece);
  return home && `import { ${home.as} as ${local} } from ${JSON.stringify(home.file)};`;
}

/** Where each name of the index comes from, and what it is called there. */
function homesIn(index: string): Map<string, Home> {
  const lines = readFileSync(index, "utf8").matchAll(/(?:import|export) \{([^}]*)\} from ["'](\.[^"']+)["']/g);
  const homes = new Map<string, Home>();
  for (const [, names = "", from = ""] of lines) {
    const file = resolve(dirname(index), from);
    for (const name of names.split(",")) {
      const [as = "", piece = as] = name.trim().split(/\s+as\s+/);
      homes.set(piece, { file, as });
    }
  }
  return homes;
}

const WRITES_MARKUP = "div.innerHTML = '<svg/>';";

/**
 * Leaflet writes markup while it is loaded, to find out whether the browser draws SVG. A page with Trusted Types would
 * stop it there; every browser we are made for does.
 */
export function withoutMarkup(): Plugin {
  return {
    name: "without-markup",
    transform(code, id) {
      if (!id.includes("/leaflet-src")) return undefined;
      if (!code.includes(WRITES_MARKUP)) throw new Error("Leaflet has changed: look again where it writes markup");
      return { code: code.replace(WRITES_MARKUP, ""), map: null };
    },
  };
}

const LOADS_PLACE = 'import("../place/place")';

/**
 * Has the widget load its panel for a place from beside itself. An address that only says "here" would not do: browsers
 * do not tell a script from another site where it came from, other than while it starts.
 */
export function placeBesideTheWidget(): Plugin {
  return {
    name: "place-beside-the-widget",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/widget/loadPlace.ts")) return undefined;
      if (!code.includes(LOADS_PLACE)) throw new Error(`${id} has to say ${LOADS_PLACE}`);
      const there = 'import(/* @vite-ignore */ new URL("/place.js", widget?.src).href)';
      return { code: `const widget = document.currentScript;\n${code.replace(LOADS_PLACE, there)}`, map: null };
    },
  };
}
