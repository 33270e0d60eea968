import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { brotliCompressSync, gzipSync, constants as zlib } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build, defineConfig, type Plugin, type Rolldown } from "vite";
import { pieceByPiece, placeBesideTheWidget, withoutMarkup } from "./vite.pieces.mts";

/** All that a city page loads of ours; more is a failed build. */
const MOST_WIDGET_BYTES = 15 * 1024;
/** What the widget loads when a resident wants to show a place; more is a failed build. */
const MOST_PLACE_BYTES = 60 * 1024;
/** All that a consultant's browser loads before the inbox stands there; more is a failed build. */
const MOST_CONSOLE_BYTES = 300 * 1024;

// What is built is what people get, whoever builds it; a test's environment would bring React's development build.
process.env.NODE_ENV = "production";

const web = resolve(import.meta.dirname, "src/web");

/** Folder in src/web → page in dist/web. The demo page is the start page. */
const pages = { demo: "index.html", console: "console/index.html" };

/** What pages load by a name that never changes; the map is for pages the server makes. */
const scripts = { widget: "widget/widget.ts", map: "map/map.ts" };
/** What the widget imports when it is first wanted. */
const pieces = { place: "place/place.ts" };

/** `WEB_PAGES=demo` builds only that page beside the widget; tests of the widget need no more. */
const wanted = process.env.WEB_PAGES?.split(",") ?? Object.keys(pages);

export default defineConfig({
  root: web,
  publicDir: false,
  logLevel: "warn",
  build: {
    outDir: resolve(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    target: "es2022",
    // The console's colours are light-dark(); spelt out for older browsers they would not follow its own switch.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: wanted.map((page) => resolve(web, page, "index.html")).filter((page) => existsSync(page)),
    },
  },
  plugins: [
    pieceByPiece(import.meta.dirname),
    react(),
    pagesAtTheirAddress(),
    consoleWithinItsBudget(),
    widgetBesideThePages(),
  ],
});

function pagesAtTheirAddress(): Plugin {
  return {
    name: "pages-at-their-address",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const [folder, address] of Object.entries(pages)) {
        const page = bundle[`${folder}/index.html`];
        if (page) page.fileName = address;
      }
    },
  };
}

/** Adds up what the console's page and its inbox need at first: chunks, what these import at once, and their styles. */
function consoleWithinItsBudget(): Plugin {
  return {
    name: "console-within-its-budget",
    writeBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const first = chunks.filter(({ facadeModuleId }) => facadeModuleId && FIRST_OF_CONSOLE.test(facadeModuleId));
      if (first.length === 0) return;
      const needed = new Set<string>();
      const need = (name: string): void => {
        const output = bundle[name];
        if (!output || needed.has(name)) return;
        needed.add(name);
        if (output.type !== "chunk") return;
        for (const other of [...output.imports, ...(output.viteMetadata?.importedCss ?? [])]) need(other);
      };
      for (const { fileName } of first) need(fileName);
      const bytes = [...needed].reduce((sum, name) => sum + brotliBytes(bundle[name]), 0);
      process.stdout.write(`console, first load: ${bytes} bytes as brotli in ${needed.size} files\n`);
      if (bytes > MOST_CONSOLE_BYTES)
        throw new Error(`the console's first load has ${bytes} bytes as brotli, at most ${MOST_CONSOLE_BYTES}`);
    },
  };
}

/** The page itself, and the view it opens with. */
const FIRST_OF_CONSOLE = /\/console\/(index\.html|inbox\/Inbox\.tsx)$/;

function brotliBytes(output: Rolldown.OutputBundle[string] | undefined): number {
  if (!output) return 0;
  return compressed(Buffer.from(output.type === "chunk" ? output.code : output.source)).length;
}

const compressed = (bytes: Buffer) => brotliCompressSync(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 11 } });

/** Builds the widget and the public map under names that never change, then compresses everything. */
function widgetBesideThePages(): Plugin {
  let folder = "";
  return {
    name: "widget-beside-the-pages",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      for (const [name, entry] of Object.entries(scripts)) await buildScript({ name, entry, format: "iife" }, folder);
      for (const [name, entry] of Object.entries(pieces)) await buildScript({ name, entry, format: "es" }, folder);
      compress(folder);
      withinBudget(join(folder, "widget.js.br"), MOST_WIDGET_BYTES);
      withinBudget(join(folder, "place.js.br"), MOST_PLACE_BYTES);
    },
  };
}

function withinBudget(path: string, most: number): void {
  const bytes = statSync(path).size;
  if (bytes > most) throw new Error(`${basename(path)} has ${bytes} bytes, at most ${most}`);
  process.stdout.write(`${basename(path, ".br")}: ${bytes} bytes as brotli\n`);
}

type Script = { name: string; entry: string; format: "iife" | "es" };

/** One script in `<name>.js`, its styles, if it has any, in `<name>.css`. */
async function buildScript({ name, entry, format }: Script, outDir: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [placeBesideTheWidget(), withoutMarkup()],
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      lib: {
        entry: resolve(web, entry),
        name: "hejnal",
        formats: [format],
        fileName: () => `${name}.js`,
        cssFileName: name,
      },
      // What is imported from elsewhere is no library somebody would build with: its spaces go, too.
      rolldownOptions: { output: { minify: true } },
    },
  });
}

function compress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (![".js", ".css", ".html", ".svg"].includes(extname(name))) continue;
    const path = join(folder, name);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, compressed(bytes));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
