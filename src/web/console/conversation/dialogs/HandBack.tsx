import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import { Ask } from "./Ask";
import type { DialogGiven } from "./Dialogs";
import { dialogWords } from "./texts";

export function HandBack({ onClose }: DialogGiven) {
  const words = useWords(dialogWords);
  const { view } = usePlace();
  const [note, setNote] = useState("");
  const giveBack = useAct<{ note?: string }>(view.id, "return");
  return (
    <Ask
      title={words.back}
      intro={view.dialog ? words.backInDialog(view.dialog) : words.backIntro}
      submit={words.backSubmit}
      pending={giveBack.isPending}
      error={giveBack.error}
      onSubmit={() => giveBack.mutate(note.trim() === "" ? {} : { note }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Textarea
        label={words.note}
        description={words.noteHint}
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </Ask>
  );
}
