import { BotOff } from "lucide-react";
import type { Topic } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { topicWords } from "./texts";
import { useTopics } from "./useTopics";

/** In a list: the bot does not answer on this topic. */
export function OffMark({ topic }: { topic: Topic }) {
  const words = useWords(topicWords);
  const { data } = useTopics();
  if (!data?.off.some((one) => one.topic === topic)) return null;
  return (
    <span data-warn>
      <BotOff size={13} aria-hidden /> {words.off}
    </span>
  );
}
