import type { Effect } from "../conversation/outcome";
import type { Finished } from "../dialogs/dialogParts";
import { route } from "../serviceRequests/route";
import type { Heard } from "./heard";
import type { Content } from "./parts";

/** What the inbox has to write down when a dialog is finished. A message repeated by a crash writes it once. */
export function effectsOf(result: Finished, { message, memory }: Heard, content: Content): Effect[] {
  const sameAs = message.id;
  const { language } = memory;
  if (result.kind === "leave_contact")
    return [{ kind: "leave_contact", task: { sameAs, contact: result.contact, matter: result.matter, language } }];
  if (result.kind !== "file_service_request") return [];
  const service = content.services.get(result.service);
  if (!service) throw new Error(`dialog finished with an unknown service ${result.service}`);
  const { unit, because } = route(service, result.answers);
  const { kind: _, ...said } = result;
  const request = {
    ...said,
    sameAs,
    kind: service.kind === "idea" ? ("idea" as const) : ("report" as const),
    serviceVersion: service.version,
    unit,
    routedBecause: because,
    language,
  };
  return [{ kind: "file_service_request", request }];
}
