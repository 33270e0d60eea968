import type { Kysely } from "kysely";
import type { ContentStore } from "../../content/doors";
import type { Tables } from "../tables";
import { draftsIn } from "./drafts";
import { modelsIn } from "./models";
import { releasesIn } from "./releases";
import { seedsIn } from "./seeds";
import { writeRelease } from "./writeRelease";

/** Everything editors keep. */
export function contentStore(db: Kysely<Tables>): ContentStore {
  return {
    ...releasesIn(db),
    release: (release) => writeRelease(db, release),
    ...draftsIn(db),
    ...seedsIn(db),
    ...modelsIn(db),
  };
}
