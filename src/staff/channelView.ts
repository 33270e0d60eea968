import type { Filed, Reach } from "./doors";
import type { StaffParts } from "./parts";
import type { ConversationView, LineDelivery } from "./wire";

type Known = { channel: string; deliveries: LineDelivery[]; reach: Reach; filed: Pick<Filed, "contact">[] };

/** How a conversation reaches its resident: what may be sent now, and what became of what was sent. */
export function channelView(
  { channel, deliveries, reach, filed }: Known,
  { limitsOf }: Pick<StaffParts, "limitsOf">,
): Pick<ConversationView, "deliveries" | "limits" | "refusesUs"> {
  const limits = limitsOf(channel, reach.address, reach.heardAt);
  const contacts = [...reach.contacts, ...filed.flatMap(({ contact: { phone, email } }) => [phone, email])];
  return {
    deliveries,
    ...(limits && { limits }),
    ...(refusesUs(deliveries, reach) && { refusesUs: { contacts: [...new Set(contacts.filter(isSaid))] } }),
  };
}

const isSaid = (contact: string | undefined) => contact !== undefined;

/** The last one that is over was turned away, and the resident has not written since. */
function refusesUs(deliveries: LineDelivery[], { heardSeq = 0 }: Reach): boolean {
  const last = deliveries.findLast(({ state }) => state !== "due" && state !== "held");
  return last?.state === "failed" && last.reason === "blocked" && last.seq > heardSeq;
}
