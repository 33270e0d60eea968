import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

const LISTS = ["request", "request_update", "error"];

// Numbers stay text: service codes and ids begin with zeros.
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  isArray: (name) => LISTS.includes(String(name)),
});

/** An element that is there once, empty or missing. */
const text = z.preprocess((value) => (typeof value === "string" ? value : undefined), z.string().optional());

const PartnerRequest = z.object({
  service_request_id: text,
  token: text,
  status: text,
  status_notes: text,
  description: text,
  updated_datetime: text,
});
/** A service request as a partner's server tells it. */
export type PartnerRequest = z.infer<typeof PartnerRequest>;

/** An element with nothing in it is read as an empty text. */
const Requests = z.object({
  service_requests: z.preprocess(
    (value) => (value === "" ? {} : value),
    z.object({ request: z.array(PartnerRequest).default([]) }),
  ),
});

/** The service requests of an answer; undefined when it is no such answer. A document type is refused: entities in it may expand without end. */
export function readRequests(xml: string): PartnerRequest[] | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  try {
    const read = Requests.safeParse(parser.parse(xml, true));
    return read.success ? read.data.service_requests.request : undefined;
  } catch {
    return undefined;
  }
}
