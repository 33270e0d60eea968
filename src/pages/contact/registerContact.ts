import type { Server } from "restify";
import { goTo } from "../answers";
import { answering, type Call } from "../call";
import { showContactFile, showForm, showThread, takeForm, takeMore } from "./contactPages";
import type { ContactParts } from "./parts";

/** Adds the contact form and the pages of its conversations, which work without scripts. */
export function registerContact(server: Server, parts: ContactParts): () => Promise<void> {
  const answered = (answer: (call: Call, parts: ContactParts) => Promise<void>) => answering(parts, answer);
  const toForm = async ({ request, response }: Call) =>
    goTo(response, `/kontakt/${request.getQuery() && `?${request.getQuery()}`}`);
  server.get("/kontakt", answered(toForm));
  server.get("/kontakt/", answered(showForm));
  server.post("/kontakt/", answered(takeForm));
  for (const path of ["/kontakt/:token", "/kontakt/:token/"]) {
    server.get(path, answered(showThread));
    server.post(path, answered(takeMore));
  }
  server.get("/kontakt/:token/pliki/:file", answered(showContactFile));
  return async () => {};
}
