import { Checkbox, Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import type { CloseReason } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { conversationWords } from "../texts";
import { useAct } from "../useConversation";
import { Ask } from "./Ask";
import type { DialogGiven } from "./Dialogs";
import classes from "./dialogs.module.css";
import { dialogWords } from "./texts";

const reasons: CloseReason[] = ["solved", "redirected", "phoned", "resident_left", "abuse", "spam", "other"];
const isReason = (text: string): text is CloseReason => reasons.some((reason) => reason === text);
/** Who was blocked out is not asked how it was. */
const unpleasant = new Set<CloseReason>(["abuse", "spam", "resident_left"]);

export function Close({ onClose }: DialogGiven) {
  const words = useWords(dialogWords);
  const { closings } = useWords(conversationWords);
  const { view } = usePlace();
  const [reason, setReason] = useState<CloseReason>("solved");
  const [note, setNote] = useState("");
  // What the assistant asks, the platform lets through only while its window is open.
  const isHeld = view.limits !== undefined && view.limits.window.state !== "open";
  const [asks, setAsks] = useState(!isHeld);
  const close = useAct<{ reason: CloseReason; note: string; askRating: boolean }>(view.id, "close");
  const noteNeeded = reason === "other";
  const mayAsk = !unpleasant.has(reason);
  return (
    <Ask
      title={words.close}
      submit={words.closeSubmit}
      disabled={noteNeeded && note.trim() === ""}
      pending={close.isPending}
      error={close.error}
      onSubmit={() => close.mutate({ reason, note, askRating: asks && mayAsk }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Radio.Group
        label={words.closeReason}
        value={reason}
        onChange={(chosen) => isReason(chosen) && setReason(chosen)}
      >
        <div className={classes.radios}>
          {reasons.map((one, index) => (
            <Radio
              key={one}
              value={one}
              label={closings[one]}
              size="sm"
              {...(index === 0 && { "data-autofocus": true })}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={noteNeeded ? words.noteNeeded : words.note}
        required={noteNeeded}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Checkbox
        label={words.askRating}
        checked={asks && mayAsk}
        disabled={!mayAsk}
        {...(isHeld && { description: words.askHeld })}
        onChange={({ currentTarget }) => setAsks(currentTarget.checked)}
      />
    </Ask>
  );
}
