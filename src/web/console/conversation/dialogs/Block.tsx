import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import { Ask } from "./Ask";
import type { DialogGiven } from "./Dialogs";
import { dialogWords } from "./texts";

const spans = ["1", "3", "7", "30", "90"];

export function Block({ onClose }: DialogGiven) {
  const words = useWords(dialogWords);
  const { view } = usePlace();
  const [days, setDays] = useState("7");
  const [reason, setReason] = useState("");
  const block = useAct<{ days: number; reason: string }>(view.id, "block");
  return (
    <Ask
      title={words.block}
      intro={words.blockIntro}
      submit={words.blockSubmit}
      danger
      disabled={reason.trim() === ""}
      pending={block.isPending}
      error={block.error}
      onSubmit={() => block.mutate({ days: Number(days), reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Select
        label={words.days}
        allowDeselect={false}
        value={days}
        onChange={(chosen) => chosen && setDays(chosen)}
        data={spans.map((value) => ({ value, label: words.nDays(Number(value)) }))}
      />
      <Textarea
        label={words.blockReason}
        required
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </Ask>
  );
}
