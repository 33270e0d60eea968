import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { RequestView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { useTime } from "../../kit/time";
import { useNote } from "../useRequests";
import classes from "./detail.module.css";
import { Section } from "./Section";
import { detailWords } from "./texts";

/** Words of staff for staff. */
export function Notes({ view: { id, notes } }: { view: RequestView }) {
  const words = useWords(detailWords);
  const time = useTime();
  const mayWork = useRight("work_desk");
  return (
    <Section title={words.notes}>
      {notes.length === 0 && <p className={classes.quiet}>{words.noNotes}</p>}
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note.id}>
            <div className={classes.eventHead}>
              <strong>{note.by}</strong>
              <time dateTime={note.at} title={time.full(note.at)}>
                {time.moment(note.at)}
              </time>
            </div>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
      {mayWork && <NewNote id={id} />}
    </Section>
  );
}

function NewNote({ id }: { id: string }) {
  const words = useWords(detailWords);
  const [text, setText] = useState("");
  const add = useNote(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && !add.isPending) add.mutate(text.trim(), { onSuccess: () => setText("") });
  };
  return (
    <form onSubmit={submit} className={classes.noteForm}>
      <Textarea
        label={words.newNote}
        description={words.noteHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ErrorNote error={add.error} />
      <Button type="submit" variant="default" loading={add.isPending} disabled={text.trim() === ""}>
        {words.addNote}
      </Button>
    </form>
  );
}
