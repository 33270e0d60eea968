import type { NewServiceRequest } from "../conversation/outcome";
import { timingOf } from "./office";
import { route } from "./route";
import { type Names, sentenceFor } from "./sentences";
import type { Service } from "./service";

type Told = Pick<
  NewServiceRequest,
  "description" | "place" | "address" | "point" | "district" | "answers" | "contact" | "attachments"
>;

/**
 * What is filed when all is told: the unit by the office's rules, what the public reads of it, until when it is due,
 * and the state of the service's file the answers belong to.
 */
export function newServiceRequest(
  service: Service,
  told: Told,
  { sameAs, language, names }: Pick<NewServiceRequest, "sameAs" | "language"> & { names: Names },
): NewServiceRequest {
  const { answers, district, place, address = place } = told;
  const { unit, because } = route({ service, answers, district, place: `${place} ${address}` }, names.office);
  return {
    // First: what a dialog tells carries more than is asked for here.
    ...told,
    sameAs,
    service: service.code,
    kind: service.kind === "idea" ? "idea" : "report",
    serviceVersion: service.version,
    unit,
    routedBecause: because,
    public: service.public,
    sentence: sentenceFor({ service: service.code, state: "received", after: "filed", unit }, "pl", names),
    dueDays: timingOf(names.office, service.code).dueDays,
    language,
  };
}
