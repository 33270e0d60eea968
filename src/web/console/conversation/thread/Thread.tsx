import { Button, VisuallyHidden } from "@mantine/core";
import { ArrowDown } from "lucide-react";
import { Fragment, type RefObject, useEffect, useMemo, useRef } from "react";
import type { ConversationView, EntryView, Viewer } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useSession } from "../../kit/session";
import { dayInKrakow, useTime } from "../../kit/time";
import type { Sending } from "../composer/useSending";
import { Around } from "./Around";
import { Line } from "./Line";
import { Spoken } from "./Spoken";
import { Thought } from "./Thought";
import { threadWords } from "./texts";
import classes from "./thread.module.css";
import { Unsent } from "./Unsent";
import { useEnd } from "./useEnd";

/** Lines of one author this close together are one utterance. */
const TOGETHER_MS = 3 * 60_000;

type Given = {
  view: ConversationView;
  viewers: Viewer[];
  residentTypes: boolean;
  sending: Sending;
  /** The last line the reader had before their eyes. */
  seen: RefObject<number>;
};

/** All that was said, day by day, with what the bot made of it. */
export function Thread({ view, viewers, residentTypes, sending, seen }: Given) {
  const words = useWords(threadWords);
  const { account } = useSession();
  const box = useRef<HTMLElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { entries, thoughts, deliveries, id } = view;
  const thoughtAt = useMemo(() => new Map(thoughts.map((thought) => [thought.seq, thought])), [thoughts]);
  const deliveryOf = useMemo(() => new Map(deliveries.map((one) => [one.seq, one])), [deliveries]);
  const { atEnd, toEnd } = useEnd(box, end, entries.length + sending.outgoing.length);
  useEffect(() => {
    if (atEnd) seen.current = Math.max(seen.current, entries.at(-1)?.seq ?? 0);
  }, [atEnd, entries, seen]);
  const unseen = atEnd ? 0 : entries.filter(({ seq }) => seq > seen.current).length;
  return (
    <div className={classes.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section ref={box} className={classes.scroller} aria-label={words.thread} tabIndex={0}>
        <div className={classes.inside}>
          <ol className={classes.lines}>
            {entries.map((entry, index) => (
              <Fragment key={entry.seq}>
                <DayBetween before={entries[index - 1]} entry={entry} />
                <Line
                  entry={entry}
                  conversationId={id}
                  goesOn={isTogether(entries[index - 1], entry)}
                  me={account.name}
                  delivery={deliveryOf.get(entry.seq)}
                  receipts={view.limits?.receipts}
                >
                  {thoughtOf(thoughtAt, entry)}
                </Line>
              </Fragment>
            ))}
            <Unsent sending={sending} conversationId={id} entries={entries} />
          </ol>
          <Around viewers={viewers} residentTypes={residentTypes} />
          <div ref={end} className={classes.end} />
        </div>
      </section>
      {!atEnd && unseen > 0 && (
        <Button
          className={classes.newer}
          radius="xl"
          size="compact-xs"
          mih={24}
          onClick={toEnd}
          rightSection={<ArrowDown size={14} aria-hidden />}
        >
          {words.newer(unseen)}
        </Button>
      )}
      <VisuallyHidden>
        <Spoken entries={entries} me={account.name} />
      </VisuallyHidden>
    </div>
  );
}

const thoughtOf = (thoughtAt: Map<number, ConversationView["thoughts"][number]>, { seq, author }: EntryView) => {
  const thought = author === "resident" ? thoughtAt.get(seq) : undefined;
  return thought && thought.decision !== "stay_silent" ? <Thought thought={thought} /> : null;
};

function DayBetween({ before, entry }: { before: EntryView | undefined; entry: EntryView }) {
  const time = useTime();
  const isSame = before && dayInKrakow(new Date(before.at)) === dayInKrakow(new Date(entry.at));
  return isSame ? null : <li className={classes.day}>{time.day(entry.at)}</li>;
}

function isTogether(before: EntryView | undefined, entry: EntryView): boolean {
  if (!before || before.author !== entry.author || before.authorName !== entry.authorName) return false;
  return Date.parse(entry.at) - Date.parse(before.at) < TOGETHER_MS;
}
