import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { importPlaces } from "./importPlaces";

/** `npm run places -- out.json file…`: makes the file that PLACES_FILE names of official data. */
const [out, ...files] = process.argv.slice(2);
if (out === undefined || files.length === 0) throw new Error("npm run places -- <out.json> <file>…");
const atlas = importPlaces(files.map((path) => ({ name: basename(path), text: readFileSync(path, "utf8") })));
writeFileSync(out, `${JSON.stringify(atlas)}\n`);
const addresses = atlas.streets.reduce((sum, street) => sum + Object.keys(street.addresses).length, 0);
process.stdout.write(
  `${out}: ${atlas.boundaries.length} districts, ${atlas.streets.length} streets, ${addresses} addresses, ${atlas.stops.length} stops\n`,
);
