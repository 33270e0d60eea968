import { Button } from "@mantine/core";
import { Lock } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from "react";
import type { NoteView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { fitsTyped } from "../../kit/folded";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { Completing } from "../composer/Completing";
import { useColleagues } from "../dialogs/useColleagues";
import { useDraft } from "../drafts";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import classes from "./side.module.css";
import { sideWords } from "./texts";

/** Words of staff for staff; they look like no reply, so that nobody mistakes one for the other. */
export function Notes({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const words = useWords(sideWords);
  const { view, mayWork } = usePlace();
  return (
    <section className={classes.notes}>
      <h3>
        <Lock size={13} aria-hidden /> {words.notesHeading}
      </h3>
      {view.notes.length === 0 && <p className={classes.quiet}>{words.noNotes}</p>}
      <ul className={classes.cards}>
        {view.notes.map((note) => (
          <Note key={note.id} note={note} />
        ))}
      </ul>
      {mayWork && <NoteForm field={field} />}
    </section>
  );
}

function Note({ note: { text, by, at } }: { note: NoteView }) {
  const time = useTime();
  return (
    <li className={classes.note}>
      <div className={classes.cardHead}>
        <strong>{by}</strong>
        <time dateTime={at} title={time.full(at)}>
          {time.moment(at)}
        </time>
      </div>
      <p>
        <Mentioning text={text} />
      </p>
    </li>
  );
}

/** Names behind an `@` stand out. */
function Mentioning({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { 0: mention, index } of text.matchAll(/@[\p{L}\d.-]+/gu)) {
    parts.push(text.slice(done, index), <b key={index}>{mention}</b>);
    done = index + mention.length;
  }
  return [...parts, text.slice(done)];
}

const nameless = (name: string) => `@${name.replaceAll(" ", "")}`;

function NoteForm({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const words = useWords(sideWords);
  const { view } = usePlace();
  const { draft, change } = useDraft("note", view.id);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { data } = useColleagues();
  const add = useAct<{ text: string; mentions: string[]; key: string }>(view.id, "notes");
  const people = data?.people ?? [];
  const mentioned = people.filter(({ name }) => draft.text.includes(nameless(name)));
  const save = () => {
    if (draft.text.trim() === "" || add.isPending) return;
    const saved = () => {
      change(() => ({ text: "" }));
      setKey(crypto.randomUUID());
    };
    add.mutate({ text: draft.text.trim(), mentions: mentioned.map(({ id }) => id), key }, { onSuccess: saved });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <div className={classes.noteForm}>
      <Completing
        field={field}
        mark="@"
        listLabel={words.colleagues}
        find={(typed) =>
          people
            .filter(({ name }) => fitsTyped(typed, name))
            .map(({ id, name }) => ({ id, title: name, text: `${nameless(name)} ` }))
        }
        label={words.newNote}
        description={words.noteHint}
        aria-keyshortcuts="n"
        size="xs"
        minRows={2}
        maxRows={10}
        maxLength={4_000}
        value={draft.text}
        onWrite={(text) => change(() => ({ text }))}
        onKeyDown={onKeyDown}
      />
      <ErrorNote error={add.error} />
      <div className={classes.noteFoot}>
        <span className={classes.quiet} role="status">
          {mentioned.length > 0 && words.willBeTold(mentioned.map(({ name }) => name).join(", "))}
        </span>
        <Button color="yellow" loading={add.isPending} onClick={save} aria-keyshortcuts="Control+Enter">
          {words.addNote}
        </Button>
      </div>
    </div>
  );
}
