import { Clock, Hourglass, TriangleAlert } from "lucide-react";
import type { QueueItem } from "../../../staff/wire";
import { useWords } from "../kit/language";
import { useTime } from "../kit/time";
import classes from "./Item.module.css";
import { inboxWords } from "./texts";

const LONG_MS = 5 * 60_000;
const TOO_LONG_MS = 10 * 60_000;

/** How long somebody waits already, louder with time: in words and with a sign, not in colour alone. */
export function Since({ item, now }: { item: QueueItem; now: number }) {
  const words = useWords(inboxWords);
  const { duration, moment, full } = useTime();
  // A resident waits in the queue, or for an answer in a conversation that is held.
  const from = item.speaker === "waiting" ? item.since : item.awaitsReply ? item.lastLine?.at : undefined;
  if (from === undefined) {
    const at = item.closed?.at ?? item.lastLine?.at ?? item.since;
    return (
      <time className={classes.since} dateTime={at} title={full(at)}>
        {moment(at, now)}
      </time>
    );
  }
  const waited = now - Date.parse(from);
  const level = waited >= TOO_LONG_MS ? "tooLong" : waited >= LONG_MS ? "long" : "fine";
  const Icon = { fine: Clock, long: Hourglass, tooLong: TriangleAlert }[level];
  return (
    <time className={classes.since} data-level={level} dateTime={from} title={full(from)}>
      <Icon size={13} aria-hidden /> <span className={classes.hidden}>{words.waits}</span>{" "}
      {duration(Math.max(0, waited))}
      {level !== "fine" && <span className={classes.hidden}>{words.levels[level]}</span>}
    </time>
  );
}
