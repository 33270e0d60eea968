import { VisuallyHidden } from "@mantine/core";
import { Bot } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { EntryView, LimitsView, LineDelivery } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { Numbers } from "../../kit/Numbers";
import { Prose } from "../../kit/Prose";
import { saidIn, saidWords } from "../../kit/saidIn";
import { useTime } from "../../kit/time";
import { conversationWords } from "../texts";
import { Delivery } from "./Delivery";
import { Files } from "./Files";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

type Given = {
  entry: EntryView;
  conversationId: string;
  /** The line before is of the same author and a moment old: who it was need not be shown again. */
  goesOn: boolean;
  /** Name of the person at this page. */
  me: string;
  /** What became of it, where it was to be sent, and how much of that the channel tells at most. */
  delivery: LineDelivery | undefined;
  receipts: LimitsView["receipts"] | undefined;
  children?: ReactNode;
};

/** One line of the thread; what happened around the words is a line of its own. */
export const Line = memo(function Line({ entry, conversationId, goesOn, me, delivery, receipts, children }: Given) {
  const time = useTime();
  const { author, text, attachments, choices, at } = entry;
  const clock = (
    <time dateTime={at} title={time.full(at)}>
      {time.clock(at)}
    </time>
  );
  if (author === "system")
    return (
      <li className={classes.occasion}>
        <span>
          <Numbers text={text} /> {clock}
        </span>
      </li>
    );
  const who = (
    <div className={classes.who}>
      <Who entry={entry} me={me} /> {clock}
    </div>
  );
  return (
    <li className={`${classes.line} ${classes[author]}`} data-goes-on={goesOn || undefined}>
      {goesOn ? <VisuallyHidden>{who}</VisuallyHidden> : who}
      <div className={classes.bubble}>
        {author === "bot" ? <Prose text={text} /> : <Said entry={entry} />}
        <Files files={attachments} conversationId={conversationId} />
        <Choices choices={choices} />
      </div>
      {delivery && <Delivery delivery={delivery} author={author} receipts={receipts} />}
      {children}
    </li>
  );
});

/** Words as they were written; what was no plain message says what it was. */
function Said({ entry }: { entry: EntryView }) {
  const words = useWords(saidWords);
  const { form } = entry;
  const said = saidIn(entry, words);
  return (
    <>
      {form === "edit" && <p className={classes.form}>{words.edit}</p>}
      {said !== "" && (
        <p className={form && form !== "edit" ? classes.form : classes.asWritten}>
          <Numbers text={said} />
        </p>
      )}
    </>
  );
}

function Who({ entry: { author, authorName }, me }: { entry: EntryView; me: string }) {
  const words = useWords(conversationWords);
  const { pageInbox } = useWords(saidWords);
  if (author === "resident") return <strong>{words.resident}</strong>;
  if (author === "bot")
    return (
      <strong>
        <Bot size={13} aria-hidden /> {words.bot}
      </strong>
    );
  return <strong>{authorName === me ? words.you : (authorName ?? pageInbox)}</strong>;
}

function Choices({ choices }: { choices: string[] | undefined }) {
  const { offered } = useWords(threadWords);
  if (!choices?.length) return null;
  return (
    <ul className={classes.choices} aria-label={offered}>
      {choices.map((choice) => (
        <li key={choice}>
          <Numbers text={choice} />
        </li>
      ))}
    </ul>
  );
}
