import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { ThoughtView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { Correction } from "./Correction";
import { Meanings, named, percent } from "./Meanings";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

/** What the bot made of a resident's message: one quiet line, all of it on request. */
export function Thought({ thought }: { thought: ThoughtView }) {
  const words = useWords(threadWords);
  const [opened, setOpened] = useState(false);
  const [best] = thought.candidates;
  return (
    <details className={classes.thought} open={opened} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        <ChevronRight size={12} aria-hidden className={classes.turns} />
        {words.botDid} {named(words.decisions, thought.decision)}
        {best && ` · ${best.meaning} ${percent(best.confidence)}`}
      </summary>
      {opened && <Whole thought={thought} />}
    </details>
  );
}

function Whole({ thought }: { thought: ThoughtView }) {
  const { mayWork } = usePlace();
  return (
    <div className={classes.whole}>
      <Meanings thought={thought} />
      {mayWork && <Correction seq={thought.seq} />}
    </div>
  );
}
