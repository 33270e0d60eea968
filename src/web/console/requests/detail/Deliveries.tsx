import { CheckCheck, Clock, type LucideIcon, PauseCircle, TriangleAlert } from "lucide-react";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import classes from "./detail.module.css";
import { Section } from "./Section";
import { detailWords } from "./texts";

type Delivery = RequestView["deliveries"][number];

const icons: Record<Delivery["state"], LucideIcon> = {
  done: CheckCheck,
  due: Clock,
  withheld: PauseCircle,
  given_up: TriangleAlert,
};

/** What became of all that was to be brought to units. */
export function Deliveries({ view: { deliveries, events } }: { view: RequestView }) {
  const words = useWords(detailWords);
  const whatOf = (delivery: Delivery) => {
    const event = events.find(({ number }) => number === delivery.event);
    if (!event) return "";
    return event.unit === delivery.unit ? words.kinds[event.kind] : words.movedAway;
  };
  return (
    <Section title={words.deliveries}>
      {deliveries.length === 0 && <p className={classes.quiet}>{words.noDeliveries}</p>}
      <ul className={classes.deliveries}>
        {deliveries.map((delivery) => (
          <Line key={`${delivery.event} ${delivery.unit}`} delivery={delivery} what={whatOf(delivery)} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ delivery, what }: { delivery: Delivery; what: string }) {
  const words = useWords(detailWords);
  const time = useTime();
  const { state, attempts, at, unit } = delivery;
  const Icon = icons[state];
  const reasons: Record<string, string> = words.reasons;
  const reason = delivery.reason === undefined ? "" : (reasons[delivery.reason] ?? delivery.reason);
  const told = {
    done: words.delivery.done(time.moment(at)),
    due: words.delivery.due(attempts, reason),
    withheld: words.delivery.withheld(reason),
    given_up: words.delivery.given_up(attempts, reason),
  }[state];
  return (
    <li data-state={state}>
      <Icon size={15} aria-hidden />
      <span>
        {words.deliveryOf(unit, what)}
        <br />
        {told}
      </span>
    </li>
  );
}
