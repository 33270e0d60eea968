import type { Server } from "restify";
import { answering } from "./call";
import { showFollower, takeFromFollower } from "./followerPages";
import type { PagesParts } from "./parts";
import { registerPublic } from "./public/registerPublic";
import { showReporter, showReporterFile, takeFromReporter } from "./reporterPages";
import { showUnit, takeFromUnit } from "./unitPages";

/** Adds the pages that work without scripts: the reporter's, the follower's and the unit's, and what everybody may see. */
export function registerPages(server: Server, parts: PagesParts): () => Promise<void> {
  server.get("/sprawa/obserwuje/:key", answering(parts, showFollower));
  server.post("/sprawa/obserwuje/:key", answering(parts, takeFromFollower));
  server.get("/sprawa/:key/zdjecia/:file", answering(parts, showReporterFile));
  server.get("/sprawa/*", answering(parts, showReporter));
  server.post("/sprawa/:key/:what", answering(parts, takeFromReporter));
  server.get("/jednostka/*", answering(parts, showUnit));
  server.post("/jednostka/*", answering(parts, takeFromUnit));
  registerPublic(server, parts);
  return async () => {};
}
