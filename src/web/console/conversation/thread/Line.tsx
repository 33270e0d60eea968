import { VisuallyHidden } from "@mantine/core";
import { Bot } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { AttachmentView, EntryView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { Numbers } from "../../kit/Numbers";
import { Prose } from "../../kit/Prose";
import { useTime } from "../../kit/time";
import { conversationWords } from "../texts";
import { addressOf } from "../useConversation";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

type Given = {
  entry: EntryView;
  conversationId: string;
  /** The line before is of the same author and a moment old: who it was need not be shown again. */
  goesOn: boolean;
  /** Name of the person at this page. */
  me: string;
  children?: ReactNode;
};

/** One line of the thread; what happened around the words is a line of its own. */
export const Line = memo(function Line({ entry, conversationId, goesOn, me, children }: Given) {
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
        {author === "bot" ? (
          <Prose text={text} />
        ) : (
          text !== "" && (
            <p className={classes.asWritten}>
              <Numbers text={text} />
            </p>
          )
        )}
        <Files files={attachments} conversationId={conversationId} />
        <Choices choices={choices} />
      </div>
      {children}
    </li>
  );
});

function Who({ entry: { author, authorName }, me }: { entry: EntryView; me: string }) {
  const words = useWords(conversationWords);
  if (author === "resident") return <strong>{words.resident}</strong>;
  if (author === "bot")
    return (
      <strong>
        <Bot size={13} aria-hidden /> {words.bot}
      </strong>
    );
  return <strong>{authorName === me ? words.you : authorName}</strong>;
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

/** Images as thumbnails, anything else as a link. */
export function Files({ files, conversationId }: { files: AttachmentView[] | undefined; conversationId: string }) {
  const { newWindow } = useWords(threadWords);
  return files?.map(({ id, name, contentType, sizeBytes }) => {
    const address = `/console/api/${addressOf(conversationId)}/files/${encodeURIComponent(id)}`;
    return (
      <a key={id} className={classes.file} href={address} target="_blank" rel="noopener noreferrer">
        {contentType.startsWith("image/") && <img src={address} alt="" loading="lazy" />}
        <span>
          {name} · {sizeWords(sizeBytes)}
          <VisuallyHidden> {newWindow}</VisuallyHidden>
        </span>
      </a>
    );
  });
}

const KILO = 1024;
const sizeWords = (bytes: number) =>
  bytes < KILO * KILO ? `${Math.max(1, Math.round(bytes / KILO))} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;
