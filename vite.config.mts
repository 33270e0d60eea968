import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { brotliCompressSync, gzipSync, constants as zlib } from "node:zlib";
import { build, defineConfig, type Plugin } from "vite";

/** All that a city page loads of ours; more is a failed build. */
const MOST_WIDGET_BYTES = 15 * 1024;

const web = resolve(import.meta.dirname, "src/web");

/** Folder in src/web → page in dist/web. The demo page is the start page. */
const pages = { demo: "index.html", staff: "console/index.html" };

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
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: wanted.map((page) => resolve(web, page, "index.html")).filter((page) => existsSync(page)),
    },
  },
  plugins: [pagesAtTheirAddress(), widgetBesideThePages()],
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

/** Builds the widget as one file under a name that never changes, then compresses everything. */
function widgetBesideThePages(): Plugin {
  let folder = "";
  return {
    name: "widget-beside-the-pages",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: "es2022",
          lib: {
            entry: resolve(web, "widget/widget.ts"),
            name: "hejnal",
            formats: ["iife"],
            fileName: () => "widget.js",
          },
        },
      });
      compress(folder);
      const bytes = statSync(join(folder, "widget.js.br")).size;
      if (bytes > MOST_WIDGET_BYTES) throw new Error(`widget.js.br has ${bytes} bytes, at most ${MOST_WIDGET_BYTES}`);
      process.stdout.write(`widget.js: ${bytes} bytes as brotli\n`);
    },
  };
}

function compress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (![".js", ".css", ".html", ".svg"].includes(extname(name))) continue;
    const path = join(folder, name);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
