import type { Wish } from "../conversation/reply";
import type { Heard as HeardByDialog } from "../dialogs/dialogParts";
import { bands } from "./bands";
import type { Heard } from "./heard";

/** A message as a dialog hears it. A button's title tells nothing about the matter, typed words do. */
export function forDialog(heard: Heard, wish: Wish | undefined, service?: string): HeardByDialog {
  const { text, attachments } = heard.message;
  const { entities } = heard.understanding;
  const services = service === undefined ? likelyServices(heard) : [service];
  return { text: heard.wish ? "" : text, wish, attachments, entities, services };
}

/** Kinds of report a message may be about: one when sure, else the few that are possible. */
function likelyServices({ understanding }: Heard): string[] {
  const services = understanding.candidates.filter(({ intent }) => intent.kind === "service");
  const [best] = services;
  if (best && best.confidence >= bands.sure) return [best.intent.id];
  return services.filter(({ confidence }) => confidence >= bands.offer).map(({ intent }) => intent.id);
}
