import { sql } from "kysely";
import type { ServiceRequestStore } from "../../serviceRequests/doors";
import type { KeptFiles } from "../files";
import { json } from "../json";

/** Files of a service request: its own, and those of its conversation that were sent with it or with an answer. */
export const filesOf = (files: KeptFiles): Pick<ServiceRequestStore, "saveFile" | "loadFile"> => ({
  saveFile: (id, file) => files.save({ service_request_id: id }, file),
  loadFile(id, fileId) {
    const it = json([{ id: fileId }]);
    return files.load(
      fileId,
      sql`(service_request_id = ${id} or exists (
        select from service_requests request
        where request.id = ${id} and request.conversation_id = files.conversation_id
          and (request.attachments @> ${it}::jsonb or exists (
            select from service_request_events event
            where event.service_request_id = request.id and event.attachments @> ${it}::jsonb))))`,
    );
  },
});
