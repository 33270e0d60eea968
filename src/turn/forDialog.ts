import type { Wish } from "../conversation/reply";
import type { Heard as HeardByDialog } from "../dialogs/dialogParts";
import { parseNumber } from "../serviceRequests/number";
import { aboutPlace } from "./aboutPlace";
import type { Heard } from "./heard";
import { isOnlyAddress } from "./onlyAbout";
import type { Parts } from "./parts";

/** A message as a dialog hears it. A button's title tells nothing about the matter, typed words do. */
export function forDialog(heard: Heard, wish: Wish | undefined, parts: Parts, service?: string): HeardByDialog {
  const { text } = heard.message;
  const attachments = [...(heard.memory.photos ?? []), ...heard.message.attachments];
  const { entities: found } = heard.understanding;
  // A number with a wrong digit is no number yet; the dialog asks for it again.
  const serviceRequestIds = found.serviceRequestIds.filter((id) => parseNumber(id) !== undefined);
  const entities = { ...found, serviceRequestIds };
  const services = service === undefined ? likelyServices(heard) : [service];
  const known = aboutPlace(heard.facts, heard.memory.language, parts);
  // Whoever goes on all the same has read already that it is outside the city.
  const about =
    heard.taken === undefined ? known : { ...known, places: known.places?.filter(({ outside }) => !outside) };
  return { text: heard.taken ?? (heard.wish ? "" : text), wish, attachments, entities, services, about };
}

/** Kinds of report a message may be about: one when sure, else the few that are possible; one alone is none. */
function likelyServices(heard: Heard): string[] {
  // Streets stand in many examples; where something is tells nothing of what it is.
  if (isOnlyAddress(heard) || heard.facts.places?.[0]?.source === "device") return [];
  const { understanding, bands } = heard;
  const services = understanding.candidates.filter(({ intent }) => intent.kind === "service");
  const [best] = services;
  if (best && best.confidence >= bands.start) return [best.intent.id];
  const possible = services.filter(({ confidence }) => confidence >= bands.offer).map(({ intent }) => intent.id);
  return possible.length > 1 ? possible : [];
}
