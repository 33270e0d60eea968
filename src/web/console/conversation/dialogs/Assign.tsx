import { useState } from "react";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import { Ask } from "./Ask";
import type { DialogGiven } from "./Dialogs";
import { People } from "./People";
import { dialogWords } from "./texts";

/** Supervisors give a conversation to a named person at once. */
export function Assign({ onClose }: DialogGiven) {
  const words = useWords(dialogWords);
  const { view } = usePlace();
  const [to, setTo] = useState("");
  const assign = useAct<{ account: string }>(view.id, "assign");
  const [, account = ""] = to.split(":");
  return (
    <Ask
      title={words.assign}
      intro={words.assignIntro}
      submit={words.assignSubmit}
      disabled={account === ""}
      pending={assign.isPending}
      error={assign.error}
      onSubmit={() => assign.mutate({ account }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <People label={words.assignTo} value={to} onChange={setTo} withTeams={false} without={view.holder?.id} />
    </Ask>
  );
}
