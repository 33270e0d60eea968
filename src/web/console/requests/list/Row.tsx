import { Checkbox } from "@mantine/core";
import { AlarmClock, Clock, Eye, ThumbsUp, UserRound, Users } from "lucide-react";
import type { MouseEvent } from "react";
import { Link, useLocation } from "react-router";
import type { RequestRow } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { StateMark } from "../StateMark";
import { requestsWords } from "../texts";
import classes from "./list.module.css";

type Given = { item: RequestRow; now: number; selected: boolean; onSelect?: (id: string, range: boolean) => void };

/** One service request in the list: what, where, how it stands, with whom, since when and until when. */
export function Row({ item, now, selected, onSelect }: Given) {
  const words = useWords(requestsWords);
  const { search } = useLocation();
  const { id, service, address, place, summary, unit, state } = item;
  const select = ({ shiftKey }: MouseEvent) => onSelect?.(id, shiftKey);
  return (
    <li className={classes.row} data-selected={selected || undefined} data-selectable={Boolean(onSelect) || undefined}>
      {onSelect && <Checkbox aria-label={words.select(id)} checked={selected} readOnly onClick={select} />}
      <div className={classes.what}>
        <Link to={`/requests/${encodeURIComponent(id)}`} state={{ search }} data-id={id}>
          <span className={classes.number}>{id}</span> <strong>{service.label}</strong>
        </Link>
        <div className={classes.summary}>{[address ?? place, summary].filter(Boolean).join(" – ")}</div>
      </div>
      <div className={classes.stand}>
        <StateMark state={state} />
        <span className={classes.quiet}>{unit.name}</span>
      </div>
      <Marks item={item} now={now} />
    </li>
  );
}

function Marks({ item, now }: Pick<Given, "item" | "now">) {
  const words = useWords(requestsWords);
  const time = useTime();
  const { requestedAt, dueAt, overdue, assignedTo, followers, supporters, kind, awaitsModeration } = item;
  return (
    <div className={classes.marks}>
      <time dateTime={requestedAt} title={time.full(requestedAt)}>
        {words.ago(time.duration(requestedAt, now))}
      </time>
      {dueAt && (
        <span data-warn={overdue || undefined}>
          {overdue ? <AlarmClock size={13} aria-hidden /> : <Clock size={13} aria-hidden />}{" "}
          {overdue ? words.overdueSince(time.moment(dueAt, now)) : words.due(time.moment(dueAt, now))}
        </span>
      )}
      {assignedTo && (
        <span>
          <UserRound size={13} aria-hidden /> {words.assigned(assignedTo.name)}
        </span>
      )}
      {followers > 1 && (
        <span>
          <Users size={13} aria-hidden /> {words.followers(followers)}
        </span>
      )}
      {kind === "idea" && (
        <span>
          <ThumbsUp size={13} aria-hidden /> {words.idea}, {words.supporters(supporters)}
        </span>
      )}
      {awaitsModeration && (
        <span>
          <Eye size={13} aria-hidden /> {words.moderate}
        </span>
      )}
    </div>
  );
}
