import { useRef } from "react";
import type { EntryView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { saidIn, saidWords } from "../../kit/saidIn";
import { conversationWords } from "../texts";

/** New lines of others for screen readers, and only those: what was there when the page was opened is not read out. */
export function Spoken({ entries, me }: { entries: EntryView[]; me: string }) {
  const words = useWords(conversationWords);
  const said = useWords(saidWords);
  const first = useRef(entries.at(-1)?.seq ?? 0);
  const fresh = entries.filter(({ seq, authorName }) => seq > first.current && authorName !== me).slice(-5);
  const who = (entry: EntryView) =>
    entry.author === "resident"
      ? words.resident
      : entry.author === "bot"
        ? words.bot
        : (entry.authorName ?? said.pageInbox);
  return (
    <div role="log">
      {fresh.map((entry) => (
        <p key={entry.seq}>
          {who(entry)}: {saidIn(entry, said)}
        </p>
      ))}
    </div>
  );
}
