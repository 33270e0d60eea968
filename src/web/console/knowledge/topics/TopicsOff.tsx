import { useRef } from "react";
import { Link } from "react-router";
import type { Topic } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { TopicSwitch } from "./TopicSwitch";
import { topicWords } from "./texts";
import classes from "./topics.module.css";
import { useTopics } from "./useTopics";

/** Everything the bot does not answer now; nothing when it answers all. */
export function TopicsOff() {
  const words = useWords(topicWords);
  const { data } = useTopics();
  const summary = useRef<HTMLElement>(null);
  if (!data || data.off.length === 0) return null;
  // The line goes with its button; after the last one the whole list does.
  const goOn = () => {
    const heading = document.querySelector<HTMLElement>("[data-page-title]");
    (data.off.length > 1 ? summary.current : heading)?.focus();
  };
  return (
    <details className={classes.all}>
      <summary ref={summary} className={classes.mark ?? ""}>
        {words.list(data.off.length)}
      </summary>
      <p className={classes.quiet}>{words.listIntro}</p>
      <ul>
        {data.off.map(({ topic, title }) => (
          <li key={topic}>
            <div>
              <Named topic={topic} title={title} />
            </div>
            <TopicSwitch topic={topic} about={title} onSwitchedOn={goOn} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Named({ topic, title }: { topic: Topic; title: string }) {
  const { kinds } = useWords(topicWords);
  const article = topic.startsWith("article:") ? topic.slice("article:".length) : undefined;
  const kind = Object.entries(kinds).find(([name]) => topic.startsWith(`${name}:`))?.[1];
  return (
    <>
      {article ? <Link to={`/knowledge/${encodeURIComponent(article)}`}>{title}</Link> : <strong>{title}</strong>}{" "}
      <span className={classes.quiet}>{kind}</span>
    </>
  );
}
