import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { Numbers } from "../../kit/Numbers";
import { useTime } from "../../kit/time";
import { StateMark } from "../StateMark";
import classes from "./detail.module.css";
import { Photos } from "./Photos";
import { Section } from "./Section";
import { detailWords } from "./texts";

type Event = RequestView["events"][number];

/** All that happened, the newest first. */
export function History({ view }: { view: RequestView }) {
  const words = useWords(detailWords);
  return (
    <Section title={words.history}>
      <Events view={view} events={view.events.toSorted((a, b) => b.number - a.number)} />
    </Section>
  );
}

/** Some of what happened, as lines of the history. */
export function Events({ view, events }: { view: RequestView; events: Event[] }) {
  return (
    <ol className={classes.events}>
      {events.map((event) => (
        <Line key={event.number} id={view.id} event={event} isNew={sentenceBefore(view, event) !== event.sentence} />
      ))}
    </ol>
  );
}

/** What only adds to a matter leaves its sentence as it was. */
const sentenceBefore = ({ events }: RequestView, { number }: Event) =>
  events.find((one) => one.number === number - 1)?.sentence;

function Line({ id, event, isNew }: { id: string; event: Event; isNew: boolean }) {
  const words = useWords(detailWords);
  const time = useTime();
  const { kind, at, by, state, sentence, words: said, attachments, into, outside, unit, because } = event;
  return (
    <li>
      <div className={classes.eventHead}>
        <strong>{words.kinds[kind]}</strong>
        <span>{words.by(by)}</span>
        <time dateTime={at} title={time.full(at)}>
          {time.moment(at)}
        </time>
        <StateMark state={state} />
      </div>
      {(kind === "forward" || kind === "filed") && <p>{words.toUnit(unit, because)}</p>}
      {said && <blockquote className={classes.said}>{said}</blockquote>}
      {outside && <p>{words.outside(outside.owner, outside.contact)}</p>}
      {into && (
        <p>
          {kind === "split" ? words.split(because) : words.into} <NumberLink id={into} />
        </p>
      )}
      {sentence && isNew && (
        <p className={classes.quiet} lang="pl">
          {words.residentsRead} {sentence}
        </p>
      )}
      {attachments.length > 0 && <Photos id={id} attachments={attachments} />}
    </li>
  );
}

/** Another service request, by its number. */
export const NumberLink = ({ id }: { id: string }) => (
  <Anchor component={Link} to={`/requests/${encodeURIComponent(id)}`} inherit underline="always">
    <Numbers text={id} />
  </Anchor>
);
