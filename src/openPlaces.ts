import type { Config } from "./config";
import type { Log } from "./conversation/log";
import { embeddedAtlas, readAtlas } from "./places/atlas";
import { cached } from "./places/cached";
import { type Gazetteer, gazetteerOf } from "./places/gazetteer";
import { embedded, firstThatAnswers, type Geocoder } from "./places/geocoder";
import { gugik } from "./places/gugik";

/** Where places are looked up: in what is known here, and first at the national geocoder where one is set. */
export function openPlaces(
  { GEOCODER_URL: url, PLACES_FILE: file }: Pick<Config, "GEOCODER_URL" | "PLACES_FILE">,
  log: Log,
): { gazetteer: Gazetteer; geocoder: Geocoder } {
  const gazetteer = gazetteerOf(file ? readAtlas(file) : embeddedAtlas());
  const abroad = url ? [cached(gugik({ url, gazetteer }))] : [];
  return { gazetteer, geocoder: firstThatAnswers([...abroad, embedded(gazetteer)], log) };
}
