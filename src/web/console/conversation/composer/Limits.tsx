import { CalendarClock, Info, Lock, TriangleAlert } from "lucide-react";
import type { ConversationView } from "../../../../staff/wire";
import { useChannelName } from "../../kit/channels";
import { useWords } from "../../kit/language";
import { useNow, useTime } from "../../kit/time";
import { usePlace } from "../place";
import classes from "./composer.module.css";
import { limitWords } from "./limitTexts";

const SIZE = 14;
const SOON_MS = 60 * 60_000;

/** Until when and how the resident can be written to, and what the channel does not bring; nothing where all is well. */
export function Limits() {
  const words = useWords(limitWords);
  const { view } = usePlace();
  const name = useChannelName()(view.channel);
  const { limits, channel, speaker } = view;
  if (speaker === "closed") return null;
  const notes = [
    channel === "email" && words.email,
    limits && !limits.typing && words.noTyping,
    limits && limits.fileMegabytes === 0 && words.noFiles,
  ].filter((note) => note !== false && note !== undefined);
  if (limits && !hasWindow(limits) && notes.length === 0) return null;
  return (
    <ul className={classes.limits} aria-label={words.about(name)}>
      <Window view={view} />
      {notes.length > 0 && (
        <li>
          <Info size={SIZE} aria-hidden /> <span>{notes.join(" ")}</span>
        </li>
      )}
    </ul>
  );
}

const hasWindow = ({ window }: NonNullable<ConversationView["limits"]>) =>
  window.state !== "open" || window.until !== undefined;

/** How the platform's window stands; it closes while the page is open, which the next look at the server tells. */
function Window({ view }: { view: ConversationView }) {
  const words = useWords(limitWords);
  const now = useNow(30_000);
  const { deadline } = useTime();
  const name = useChannelName()(view.channel);
  const { limits, deliveries } = view;
  if (!limits) return <Told kind="shut">{words.off(name)}</Told>;
  const { state, until } = limits.window;
  if (state === "open") {
    if (until === undefined) return null;
    const isSoon = Date.parse(until) - now < SOON_MS;
    return <Told kind={isSoon ? "soon" : "open"}>{words.open(name, deadline(until, now))}</Told>;
  }
  if (state === "person") return <Told kind="soon">{words.person(name, until ? deadline(until, now) : "")}</Told>;
  const isInvited = deliveries.some((one) => one.state === "held");
  const template = isInvited ? words.invited : words.template;
  return <Told kind="shut">{state === "template" ? template(name) : words.closed(name)}</Told>;
}

const marks = { open: CalendarClock, soon: TriangleAlert, shut: Lock };

function Told({ kind, children }: { kind: keyof typeof marks; children: string }) {
  const Mark = marks[kind];
  return (
    <li data-kind={kind}>
      <Mark size={SIZE} aria-hidden /> <span>{children}</span>
    </li>
  );
}
