import { Button } from "@mantine/core";
import { useFocusReturn } from "@mantine/hooks";
import { Bot, BotOff } from "lucide-react";
import { useState } from "react";
import type { Topic } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { SwitchOff } from "./SwitchOff";
import { topicWords } from "./texts";
import classes from "./topics.module.css";
import { useSwitch, useTopics } from "./useTopics";
import { WhyOff } from "./WhyOff";

/** `about`: what the button is about, where several stand below each other. */
type Given = { topic: Topic; about?: string; onSwitchedOn?: () => void };

/** Whether the bot answers on this topic, and the button that changes it for whoever may. */
export function TopicSwitch({ topic, about, onSwitchedOn }: Given) {
  const words = useWords(topicWords);
  const mayPublish = useRight("publish_knowledge");
  const { data } = useTopics();
  const [asks, setAsks] = useState(false);
  useFocusReturn({ opened: asks });
  const switching = useSwitch(onSwitchedOn);
  if (!data || data.alwaysOn.includes(topic)) return null;
  const off = data.off.find((one) => one.topic === topic);
  if (!off && !mayPublish) return null;
  // The button stays the same one, so that it keeps the focus.
  return (
    <div className={classes.switch} data-off={off !== undefined || undefined}>
      <div role="status">{off && <WhyOff off={off} title={words.isOff} />}</div>
      {mayPublish && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={off ? <Bot size={14} aria-hidden /> : <BotOff size={14} aria-hidden />}
          aria-disabled={switching.isPending}
          {...(about !== undefined && { "aria-label": `${off ? words.switchOn : words.switchOff}: ${about}` })}
          onClick={() => {
            if (!off) setAsks(true);
            else if (!switching.isPending) switching.mutate({ topic, off: false });
          }}
        >
          {off ? words.switchOn : words.switchOff}
        </Button>
      )}
      <ErrorNote error={switching.error} />
      {asks && <SwitchOff topic={topic} onClose={() => setAsks(false)} />}
    </div>
  );
}
