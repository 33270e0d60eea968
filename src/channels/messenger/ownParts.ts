import type { Sending } from "../channel";

/** Goes with what we send and comes back in its echo: proof that this part arrived. */
export const markOf = ({ delivery, index }: Sending): string => `hejnal:${delivery.id}:${index}`;

/** The part an echo is of; undefined when it is none of ours. */
export function partIn(metadata: string | undefined): { deliveryId: string; part: number } | undefined {
  const [, deliveryId, part] = /^hejnal:([\w-]{1,100}):(\d{1,4})$/.exec(metadata ?? "") ?? [];
  return deliveryId === undefined ? undefined : { deliveryId, part: Number(part) };
}
