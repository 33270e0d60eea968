import { BotOff } from "lucide-react";
import type { TopicOff } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { topicWords } from "./texts";
import classes from "./topics.module.css";

/** That the bot does not answer, why, and who said so. */
export function WhyOff({ off, title }: { off: TopicOff; title: string }) {
  const words = useWords(topicWords);
  const { moment } = useTime();
  return (
    <div className={classes.why}>
      <strong className={classes.mark}>
        <BotOff size={15} aria-hidden /> {title}
      </strong>
      <span>{off.why}</span>
      <span className={classes.quiet}>{words.who(off.by, moment(off.at))}</span>
    </div>
  );
}
