import { Alert } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import type { EntryView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { saidIn, saidWords } from "../../kit/saidIn";
import { useTime } from "../../kit/time";
import { conversationWords } from "../texts";
import classes from "./composer.module.css";
import { composerWords } from "./texts";

/** What was said while the reply was being written; the reply was not sent. */
export function Missed({ missed }: { missed: EntryView[] }) {
  const words = useWords(composerWords);
  const names = useWords(conversationWords);
  const said = useWords(saidWords);
  const time = useTime();
  if (missed.length === 0) return null;
  const who = ({ author, authorName }: EntryView) =>
    author === "resident" ? names.resident : author === "bot" ? names.bot : (authorName ?? said.pageInbox);
  return (
    <Alert
      role="alert"
      color="orange"
      classNames={{ title: classes.stale ?? "" }}
      variant="light"
      p="xs"
      icon={<TriangleAlert size={18} aria-hidden />}
      title={words.stale}
    >
      <ul className={classes.missed}>
        {missed.map((entry) => (
          <li key={entry.seq}>
            {entry.author !== "system" && <strong>{who(entry)}: </strong>}
            {saidIn(entry, said) || words.file} <time dateTime={entry.at}>{time.clock(entry.at)}</time>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
