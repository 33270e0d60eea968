import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import { Ask } from "./Ask";
import type { DialogGiven } from "./Dialogs";
import { dialogWords } from "./texts";

export function Transcript({ onClose }: DialogGiven) {
  const words = useWords(dialogWords);
  const { view } = usePlace();
  const [email, setEmail] = useState("");
  const send = useAct<{ email: string }>(view.id, "transcript");
  const done = () => {
    notifications.show({ message: words.transcriptSent });
    onClose();
  };
  return (
    <Ask
      title={words.transcript}
      intro={words.transcriptIntro}
      submit={words.transcriptSubmit}
      disabled={!email.includes("@")}
      pending={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate({ email: email.trim() }, { onSuccess: done })}
      onClose={onClose}
    >
      <TextInput
        type="email"
        label={words.email}
        required
        data-autofocus
        autoComplete="off"
        maxLength={200}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
    </Ask>
  );
}
