import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { Topic } from "../../../../staff/wire";
import { Ask } from "../../conversation/dialogs/Ask";
import { useWords } from "../../kit/language";
import { ChooseTopic } from "./ChooseTopic";
import { topicWords } from "./texts";
import { useSwitch } from "./useTopics";

/** Asks why, and on which topic unless that is known; then the bot stops answering on it. */
export function SwitchOff({ topic: given, onClose }: { topic?: Topic; onClose: () => void }) {
  const words = useWords(topicWords);
  const [chosen, setChosen] = useState(given);
  const [why, setWhy] = useState("");
  const switching = useSwitch();
  const send = (topic: Topic) => switching.mutate({ topic, off: true, why }, { onSuccess: onClose });
  return (
    <Ask
      title={words.switchOff}
      intro={words.intro}
      submit={words.switchOff}
      danger
      disabled={why.trim() === "" || chosen === undefined}
      pending={switching.isPending}
      error={switching.error}
      onSubmit={() => chosen && send(chosen)}
      onClose={onClose}
    >
      {given === undefined && <ChooseTopic onChoose={setChosen} />}
      <Textarea
        label={words.why}
        description={words.whyHint}
        required
        {...(given !== undefined && { "data-autofocus": true })}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={300}
        value={why}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
    </Ask>
  );
}
