import { Button } from "@mantine/core";
import { useFocusReturn } from "@mantine/hooks";
import { BotOff } from "lucide-react";
import { useState } from "react";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { SwitchOff } from "./SwitchOff";
import { topicWords } from "./texts";

/** Keeps the bot from any topic, also one that is no article. */
export function SwitchOffAny() {
  const words = useWords(topicWords);
  const [asks, setAsks] = useState(false);
  useFocusReturn({ opened: asks });
  if (!useRight("publish_knowledge")) return null;
  return (
    <>
      <Button variant="default" leftSection={<BotOff size={14} aria-hidden />} onClick={() => setAsks(true)}>
        {words.switchOff}
      </Button>
      {asks && <SwitchOff onClose={() => setAsks(false)} />}
    </>
  );
}
