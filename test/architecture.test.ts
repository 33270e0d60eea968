import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseSync } from "@swc/core";

/**
 * Which rooms of ours a room may import. `doors` means files named doors.ts, the folders staff/doors and
 * serviceRequests/doors, and channels/channel.ts; `wire` the folder staff/wire and files named wire.ts.
 */
const steps = ["understanding", "knowledge", "dialogs", "serviceRequests", "handoff"];
const table: Record<string, string[]> = {
  conversation: [],
  content: [],
  ...Object.fromEntries(steps.map((room) => [room, ["conversation", "content"]])),
  places: ["conversation", "content"],
  photos: ["conversation"],
  forms: ["conversation"],
  pages: ["conversation", "forms", "photos", "places", ...steps],
  open311: ["conversation", "forms", "photos", "places", ...steps],
  api: ["conversation", "doors", "forms", "photos", "places", "knowledge", "serviceRequests"],
  turn: ["conversation", "places", ...steps],
  inbox: ["conversation", "places", "turn"],
  delivery: ["conversation", "channels", "serviceRequests"],
  channels: ["conversation", "photos"],
  staff: ["conversation", "content", "photos", "places", ...steps],
  storage: ["conversation", "doors"],
  server: ["conversation", "channels", "staff", "inbox"],
  web: ["wire"],
};

/** Outside packages that only some rooms may touch. Top-level files are the room "". */
const fences: Record<string, string[]> = {
  botbuilder: ["channels"],
  "botbuilder-core": ["channels"],
  restify: ["server", "channels", "staff", "forms", "pages", "open311", "api", ""],
  ioredis: ["storage"],
  pg: ["storage"],
  kysely: ["storage"],
  "@electric-sql/pglite": ["storage"],
  natural: ["understanding"],
  minisearch: ["knowledge"],
  nodemailer: ["delivery"],
  imapflow: ["delivery"],
  mailparser: ["delivery"],
  sharp: ["photos"],
  "heic-decode": ["photos"],
  exifr: ["photos"],
  "@aws-sdk/": ["storage"],
  "fast-xml-parser": ["open311", "delivery", "staff"],
  htmlparser2: ["staff"],
  yazl: ["staff"],
  busboy: ["channels", "forms"],
  leaflet: ["web"],
  otpauth: ["staff"],
  "openid-client": ["staff"],
  react: ["web"],
  "react-dom": ["web"],
  "react-router": ["web"],
  "lucide-react": ["web"],
  uqr: ["web"],
  "@mantine/": ["web"],
  "@tanstack/": ["web"],
};

const src = resolve(__dirname, "../src");

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return /\.(ts|tsx|mts|cts)$/.test(name) ? [path] : [];
  });
}

/** Every module a source names: import, import type, export from, import(), require(), import("x").Type, import x = require(). */
function importsOf(source: string, tsx = false): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    const named = nameOfImport(node);
    if (named !== undefined) found.push(named);
    Object.values(node).forEach(visit);
  };
  visit(parseSync(source, { syntax: "typescript", tsx, target: "es2022" }));
  return found;
}

function nameOfImport(node: object): string | undefined {
  if (!("type" in node)) return undefined;
  const value = (literal: unknown) =>
    typeof literal === "object" && literal !== null && "value" in literal && typeof literal.value === "string"
      ? literal.value
      : undefined;
  if ("source" in node && /^(Import|Export)/.test(String(node.type))) return value(node.source);
  if (node.type === "TsImportType" && "argument" in node) return value(node.argument);
  if (node.type === "TsExternalModuleReference" && "expression" in node) return value(node.expression);
  if (node.type !== "CallExpression" || !("callee" in node) || !("arguments" in node)) return undefined;
  const { callee } = node;
  const isImport =
    typeof callee === "object" &&
    callee !== null &&
    "type" in callee &&
    (callee.type === "Import" || (callee.type === "Identifier" && "value" in callee && callee.value === "require"));
  const [first] = Array.isArray(node.arguments) ? node.arguments : [];
  return isImport ? (value(first?.expression) ?? "<computed>") : undefined;
}

const roomOf = (path: string) => {
  const parts = relative(src, path).split(sep);
  return parts.length === 1 ? "" : (parts[0] ?? "");
};
const endsLike = (path: string, ending: RegExp) => ending.test(relative(src, path).split(sep).join("/"));
const isDoor = (path: string) =>
  endsLike(path, /(^|\/)doors(\.ts)?$|^((?:staff|serviceRequests)\/doors\/\w+|channels\/channel)(\.ts)?$/);
const isWire = (path: string) => endsLike(path, /(^|\/)wire(\.ts)?$|^staff\/wire\/\w+(\.ts)?$/);

function forbidden(file: string, name: string): boolean {
  const room = roomOf(file);
  if (name.startsWith(".")) {
    const target = resolve(dirname(file), name);
    const there = roomOf(target);
    if (room === "" || there === room) return false;
    const allowed = table[room] ?? [];
    return !(
      allowed.includes(there) ||
      (allowed.includes("doors") && isDoor(target)) ||
      (allowed.includes("wire") && isWire(target))
    );
  }
  const packageName = name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
  const fence = fences[packageName] ?? fences[`${packageName.split("/")[0]}/`];
  return fence !== undefined && !fence.includes(room);
}

test("every import keeps to the table of the README", () => {
  const offences = filesUnder(src).flatMap((file) =>
    importsOf(readFileSync(file, "utf8"), file.endsWith("x"))
      .filter((name) => name === "<computed>" || forbidden(file, name))
      .map((name) => `${relative(src, file)} → ${name}`),
  );
  expect(offences).toEqual([]);
});

test("the test sees every way to import", () => {
  const source = `
    import a from "./a"; import type { B } from "./b"; export { c } from "./c"; export * from "./d";
    const e = import("./e"); const f = require("./f"); type G = import("./g").G; import h = require("./h");
    import { type I } from "./i"; export type { J } from "./j"; import("" + e);`;
  expect(importsOf(source).sort()).toEqual(
    ["./a", "./b", "./c", "./d", "./e", "./f", "./g", "./h", "./i", "./j", "<computed>"].sort(),
  );
});

test.each([
  ["a step that knows another step", "understanding/x.ts", "../knowledge/article", true],
  ["a word that imports a room", "conversation/x.ts", "../turn/decide", true],
  ["the store behind a door", "storage/x.ts", "../inbox/doors", false],
  ["the store that looks behind the door", "storage/x.ts", "../inbox/inbox", true],
  ["a channel with a database", "channels/x.ts", "pg", true],
  ["natural by the front door of another room", "turn/x.ts", "natural/lib/natural/stemmers", true],
  ["the store behind a door of staff", "storage/x.ts", "../staff/doors/desk", false],
  ["the store that looks behind staff's doors", "storage/x.ts", "../staff/queue/actOn", true],
  ["a page with the wire", "web/console/x.tsx", "../../staff/wire", false],
  ["a page with a part of the wire", "web/console/x.tsx", "../../staff/wire/desk", false],
  ["a page behind the wire", "web/console/x.tsx", "../../staff/doors/desk", true],
  ["a page with a folder that is only called so", "web/console/x.tsx", "../../turn/wire/x", true],
  ["mail anywhere but in delivery", "staff/x.ts", "nodemailer", true],
  ["a component of a scope", "web/console/x.tsx", "@mantine/core", false],
  ["a component outside the web", "staff/x.ts", "@tanstack/react-query", true],
  ["a part of react outside the web", "server/x.ts", "react-dom/server", true],
  ["the app, which knows all", "app.ts", "./storage/storage", false],
])("%s", (_, file, name, isForbidden) => {
  expect(forbidden(join(src, file), name)).toBe(isForbidden);
});

test("the README shows the same table", () => {
  const readme = readFileSync(resolve(__dirname, "../README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| (`[a-zA-Z0-9` ]+`) \| (.+?) \|$/gm)].flatMap(([, rooms = "", allowed = ""]) =>
    [...rooms.matchAll(/`(\w+)`/g)].map(([, room = ""]) => [
      room,
      [...allowed.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort(),
    ]),
  );
  const expected = Object.entries(table).map(([room, allowed]) => [room, [...allowed].sort()]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(expected));
});
