import { join } from "node:path";
import type { Language } from "../../../src/conversation/language";
import { type Chat, openDialogChat } from "../../../src/dialogChat";
import type { DialogParts } from "../../../src/dialogs/dialogParts";
import { loadDialogs } from "../../../src/dialogs/loadDialogs";
import { gazetteerOf } from "../../../src/places/gazetteer";
import { placesListed } from "../../../src/places/locate";
import { loadServices } from "../../../src/serviceRequests/loadServices";

const gazetteer = gazetteerOf();
/** What the city's own list knows of a text. */
export const placesIn = (text: string) => placesListed(text, gazetteer);
const folder = join(__dirname, "../../../dialogs");

/** The dialogs and services of this repository. */
export const services = loadServices(folder);
export const parts: DialogParts = {
  ...loadDialogs(folder),
  services: new Map(services.map((service) => [service.code, service])),
};

export type { Chat };

/** Begins with nothing said; the first message starts the dialog. */
export function openChat(dialog: string, language: Language = "pl", known: DialogParts = parts): Chat {
  return openDialogChat(dialog, language, { parts: known, placesIn });
}
