import { Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import { Refusal } from "../../kit/api";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import { Ask } from "./Ask";
import type { DialogGiven } from "./Dialogs";
import { People } from "./People";
import { dialogWords } from "./texts";

type Body = { to: { account: string } | { team: string }; note: string; evenIfGone: boolean };

export function Transfer({ onClose }: DialogGiven) {
  const words = useWords(dialogWords);
  const { view } = usePlace();
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const [evenIfGone, setEvenIfGone] = useState(false);
  const transfer = useAct<Body>(view.id, "transfer");
  const nobody = transfer.error instanceof Refusal && transfer.error.error.code === "nobody_there";
  const [kind, id = ""] = to.split(":");
  const send = () => {
    const target = kind === "team" ? { team: id } : { account: id };
    transfer.mutate({ to: target, note, evenIfGone }, { onSuccess: onClose });
  };
  const choose = (chosen: string) => {
    setTo(chosen);
    setEvenIfGone(false);
    transfer.reset();
  };
  return (
    <Ask
      title={words.transfer}
      submit={words.transferSubmit}
      disabled={id === ""}
      pending={transfer.isPending}
      error={transfer.error}
      onSubmit={send}
      onClose={onClose}
    >
      <People label={words.transferTo} value={to} onChange={choose} withTeams without={view.holder?.id} />
      {(nobody || evenIfGone) && (
        <Checkbox
          label={words.evenIfGone}
          checked={evenIfGone}
          onChange={({ currentTarget }) => setEvenIfGone(currentTarget.checked)}
        />
      )}
      <Textarea
        label={words.noteForThem}
        description={words.noteHint}
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
