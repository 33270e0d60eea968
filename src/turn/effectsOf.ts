import type { Effect } from "../conversation/outcome";
import type { Finished } from "../dialogs/dialogParts";
import { serviceAt } from "../serviceRequests/keptService";
import { newServiceRequest } from "../serviceRequests/newServiceRequest";
import type { Heard } from "./heard";
import type { Parts } from "./parts";

/** What the inbox has to write down when a dialog is finished. A message repeated by a crash writes it once. */
export function effectsOf(result: Finished, { message, memory }: Heard, { content, office }: Parts): Effect[] {
  const sameAs = message.id;
  const { language } = memory;
  if (result.kind === "leave_contact")
    return [{ kind: "leave_contact", task: { sameAs, contact: result.contact, matter: result.matter, language } }];
  if (result.kind === "follow_service_request") return [{ kind: result.kind, id: result.id, language }];
  if (result.kind !== "file_service_request") return [];
  const service = serviceAt(memory.dialog?.kept?.service, result.service, content.services.get(result.service));
  if (!service) throw new Error(`dialog finished with an unknown service ${result.service}`);
  const request = newServiceRequest(service, result, { sameAs, language, names: { ...content, office } });
  return [{ kind: "file_service_request", request }];
}
