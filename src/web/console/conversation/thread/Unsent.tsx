import { Button, Group } from "@mantine/core";
import { CircleAlert, Clock } from "lucide-react";
import type { EntryView } from "../../../../staff/wire";
import { useLanguage, useWords } from "../../kit/language";
import { refusalWords } from "../../kit/refusals";
import type { Sending } from "../composer/useSending";
import { conversationWords } from "../texts";
import { Files } from "./Files";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

type Given = { sending: Sending; conversationId: string; entries: EntryView[] };

/** Own replies that are on their way or did not get through. */
export function Unsent({ sending, conversationId, entries }: Given) {
  const words = useWords(threadWords);
  const { you } = useWords(conversationWords);
  const { language } = useLanguage();
  return sending.outgoing.map((reply) => {
    const { after, error } = reply;
    const isOnItsWay = after !== undefined;
    // The line is often here sooner than the answer that it was taken.
    if (isOnItsWay && entries.some((entry) => isSame(entry, reply.text, after))) return null;
    return (
      <li key={reply.key} className={`${classes.line} ${classes.consultant}`} data-unsent>
        <div className={classes.who}>
          <strong>{you}</strong>
        </div>
        <div className={classes.bubble}>
          {reply.text !== "" && <p className={classes.asWritten}>{reply.text}</p>}
          <Files files={reply.files} conversationId={conversationId} />
        </div>
        {isOnItsWay ? (
          <p className={classes.state}>
            <Clock size={12} aria-hidden /> {words.sending}
          </p>
        ) : (
          <div className={classes.failed} role="alert">
            <p>
              <CircleAlert size={14} aria-hidden /> {words.notSent}{" "}
              {error ? refusalWords(error, language) : words.unsure}
            </p>
            <Group gap={4} justify="end">
              <Button size="compact-xs" mih={24} variant="default" onClick={() => sending.again(reply.key)}>
                {words.again}
              </Button>
              <Button size="compact-xs" mih={24} variant="subtle" onClick={() => sending.takeBack(reply.key)}>
                {words.edit}
              </Button>
            </Group>
          </div>
        )}
      </li>
    );
  });
}

const isSame = ({ author, text, seq }: EntryView, said: string, after: number) =>
  author === "consultant" && seq > after && text === said;
