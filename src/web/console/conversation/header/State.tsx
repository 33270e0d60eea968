import { AlarmClock, Bot, CircleCheck, Clock, Headset, Star, TriangleAlert } from "lucide-react";
import { useWords } from "../../kit/language";
import { useNow, useTime } from "../../kit/time";
import { usePlace } from "../place";
import { conversationWords } from "../texts";
import classes from "./header.module.css";
import { headerWords } from "./texts";

const LONG_MS = 5 * 60_000;
const TOO_LONG_MS = 10 * 60_000;
const SIZE = 14;

/** Who has the conversation and since when, in words; colour only when somebody waits too long. */
export function State() {
  const words = useWords(headerWords);
  const { view } = usePlace();
  return (
    <>
      {view.speaker === "waiting" && <Waiting />}
      {view.speaker === "consultant" && <Held />}
      {view.speaker === "bot" && (
        <span>
          <Bot size={SIZE} aria-hidden /> {words.withBot}
        </span>
      )}
      {view.speaker === "closed" && <Closed />}
      {view.blocked && <Blocked />}
      {view.score !== undefined && (
        <span>
          <Star size={SIZE} aria-hidden /> {words.rated(view.score)}
        </span>
      )}
    </>
  );
}

function Waiting() {
  const words = useWords(headerWords);
  const { reasons } = useWords(conversationWords);
  const time = useTime();
  const now = useNow(10_000);
  const { since, reason } = usePlace().view;
  const waits = now - Date.parse(since);
  const urgency = waits > TOO_LONG_MS ? classes.tooLong : waits > LONG_MS ? classes.long : undefined;
  return (
    <>
      <span className={urgency}>
        {urgency ? <TriangleAlert size={SIZE} aria-hidden /> : <Clock size={SIZE} aria-hidden />}{" "}
        {words.waits(time.duration(since, now))}
        {urgency && ` – ${words.long}`}
      </span>
      {reason && <span>{reasons[reason]}</span>}
    </>
  );
}

function Held() {
  const words = useWords(headerWords);
  const time = useTime();
  const now = useNow(10_000);
  const { mine, view } = usePlace();
  const who = mine
    ? words.you
    : view.holder
      ? view.holder.present
        ? view.holder.name
        : words.away(view.holder.name)
      : "";
  return (
    <>
      <span>
        <Headset size={SIZE} aria-hidden /> {words.held(who, time.duration(view.since, now))}
      </span>
      {view.snoozedUntil && (
        <span className={classes.snoozed}>
          <AlarmClock size={SIZE} aria-hidden /> {words.snoozed(time.moment(view.snoozedUntil, now))}
        </span>
      )}
      {view.awaitsReply && !view.snoozedUntil && <span className={classes.long}>{words.awaitsReply}</span>}
    </>
  );
}

function Closed() {
  const words = useWords(headerWords);
  const { closings } = useWords(conversationWords);
  const time = useTime();
  const { closed, since } = usePlace().view;
  return (
    <span>
      <CircleCheck size={SIZE} aria-hidden /> {words.closed(time.moment(closed?.at ?? since))}
      {closed && `: ${closings[closed.reason]}`}
    </span>
  );
}

function Blocked() {
  const words = useWords(headerWords);
  const time = useTime();
  const { blocked } = usePlace().view;
  return blocked ? (
    <span className={classes.tooLong}>{words.blocked(time.moment(blocked.until), blocked.by)}</span>
  ) : null;
}
