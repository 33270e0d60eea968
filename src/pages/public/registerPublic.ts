import type { Server } from "restify";
import { answering, type Call } from "../call";
import type { PagesParts } from "../parts";
import { showAtom } from "./atom";
import { showConfirm, takeConfirm, takeFollow } from "./followPages";
import { showIdeas } from "./ideaPages";
import { openKeep } from "./keep";
import { showList } from "./listPages";
import { showMarks } from "./marks";
import { goToPage, showOne, showPublicPhoto } from "./onePages";
import type { PublicParts } from "./parts";
import { showPlaceSettings } from "./placeSettings";
import { showRobots, showSitemap } from "./sitemap";
import { takeSupport } from "./support";

/** Adds what everybody may see: the list and map of reports, feeds, ideas, and what search engines read. */
export function registerPublic(server: Server, parts: PagesParts): void {
  const all: PublicParts = { ...parts, keep: openKeep(parts.now) };
  const answered = (answer: (call: Call, parts: PublicParts) => Promise<void>) =>
    answering(parts, (call) => answer(call, all));
  const get = (path: string, answer: (call: Call, parts: PublicParts) => Promise<void>) => {
    server.get(path, answered(answer));
    server.head(path, answered(answer));
  };
  for (const name of ["mapa", "pomysly"])
    get(`/${name}`, async ({ request, response }) => {
      response.setHeader("Location", `/${name}/${request.getQuery() && `?${request.getQuery()}`}`);
      response.sendRaw(308, "");
    });
  get("/mapa/", showList);
  get("/mapa/znaczniki.json", showMarks);
  get("/mapa/atom.xml", showAtom);
  get("/mapa/obserwuj/*", showConfirm);
  server.post("/mapa/obserwuj/*", answered(takeConfirm));
  get("/mapa/:id", showOne);
  get("/mapa/:id/zdjecia/:file", showPublicPhoto);
  get("/mapa/:id/obserwuj", goToPage);
  server.post("/mapa/:id/obserwuj", answered(takeFollow));
  get("/pomysly/", showIdeas);
  get("/pomysly/:id", showOne);
  get("/pomysly/:id/popieram", goToPage);
  server.post("/pomysly/:id/popieram", answered(takeSupport));
  get("/place.json", showPlaceSettings);
  get("/sitemap.xml", showSitemap);
  get("/robots.txt", showRobots);
}
