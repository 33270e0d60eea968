import { Text } from "@mantine/core";
import { useState } from "react";
import type { IntentView, Topic } from "../../../../staff/wire";
import { IntentSearch } from "../../conversation/thread/IntentSearch";
import { useWords } from "../../kit/language";
import { topicWords } from "./texts";
import { useTopics } from "./useTopics";

/** An article, a kind of report, a matter of others or a dialog, found by its name; undefined for what stays on. */
export function ChooseTopic({ onChoose }: { onChoose: (topic: Topic | undefined) => void }) {
  const words = useWords(topicWords);
  const { data } = useTopics();
  const [chosen, setChosen] = useState<IntentView>();
  const mayBeOff = (found: IntentView | undefined) => {
    const topic = found && topicOf(found);
    return topic !== undefined && data?.alwaysOn.includes(topic) === false ? topic : undefined;
  };
  const choose = (found: IntentView) => {
    setChosen(found);
    onChoose(mayBeOff(found));
  };
  return (
    <div>
      {/* Empty again for another one. */}
      <IntentSearch key={chosen?.intent.id} label={words.topic} onChoose={choose} />
      <Text role="status" size="sm" mt={6}>
        {chosen && (mayBeOff(chosen) ? words.chosen(chosen.title) : words.staysOn(chosen.title))}
      </Text>
    </div>
  );
}

function topicOf({ intent: { kind, id } }: IntentView): Topic | undefined {
  return kind === "talk" ? undefined : `${kind}:${id}`;
}
