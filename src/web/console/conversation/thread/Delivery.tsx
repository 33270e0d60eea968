import { Check, CheckCheck, CircleAlert, Clock, Hourglass, type LucideIcon } from "lucide-react";
import type { DeliveryState, EntryView, LimitsView, LineDelivery } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { deliveryWords } from "./deliveryTexts";
import { reasonOf } from "./reasonOf";
import classes from "./thread.module.css";

const icons: Record<DeliveryState, LucideIcon> = {
  due: Clock,
  held: Hourglass,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
};

type Given = {
  delivery: LineDelivery;
  author: EntryView["author"];
  receipts: LimitsView["receipts"] | undefined;
};

/** What became of a line that was to be sent. Of the bot's own lines only what keeps them from arriving. */
export function Delivery({ delivery: { state, reason }, author, receipts }: Given) {
  const words = useWords(deliveryWords);
  const isWell = state !== "held" && state !== "failed";
  if (author !== "consultant" && isWell) return null;
  const Icon = icons[state];
  const isAll = state === "sent" && receipts !== "delivered" && receipts !== "read";
  return (
    <p className={classes.delivery} data-state={state} {...(isAll && { title: words.unknown })}>
      <Icon size={12} aria-hidden /> {words.states[state]}
      {state !== "held" && reason !== undefined && <Because reason={reason} isLast={state === "failed"} />}
    </p>
  );
}

function Because({ reason, isLast }: { reason: string; isLast: boolean }) {
  const words = useWords(deliveryWords);
  const known = reasonOf(reason);
  return (
    <>
      {!isLast && `, ${words.again}`}
      {known ? `: ${words.reasons[known]}` : <small lang="en"> ({reason})</small>}
    </>
  );
}
