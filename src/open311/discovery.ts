import { type Answer, ok } from "./answer";
import type { Open311Parts } from "./parts";

const FORMATS = ["text/xml", "application/json"];
const SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

/** Where everything is, and whom to ask. */
export function discovery(origin: string, { catalogue, changeset, type }: Open311Parts): Answer {
  const centre = catalogue().units.get("kck");
  const name = centre?.name.pl ?? "Krakowskie Centrum Kontaktu";
  const who = centre?.phone ? `${name}, tel. ${centre.phone}` : name;
  return ok("discovery", {
    changeset: changeset(),
    contact: `${who}, ${origin}/`,
    key_service: `Klucz API (api_key) wydaje ${who}. Do czytania klucz nie jest potrzebny.`,
    endpoints: [
      { specification: SPECIFICATION, url: `${origin}/open311/v2/`, changeset: changeset(), type, formats: FORMATS },
    ],
  });
}
