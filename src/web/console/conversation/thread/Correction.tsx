import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import { useState } from "react";
import type { IntentView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import { IntentSearch } from "./IntentSearch";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

/** "The right answer would have been …": a proposed label for the editors. */
export function Correction({ seq }: { seq: number }) {
  const words = useWords(threadWords);
  const { view } = usePlace();
  const [searching, setSearching] = useState(false);
  const propose = useAct<{ seq: number; intent: IntentView["intent"] }>(view.id, "labels");
  const [chosen, setChosen] = useState<IntentView>();
  const choose = (found: IntentView) => {
    setChosen(found);
    propose.mutate({ seq, intent: found.intent }, { onSuccess: () => setSearching(false) });
  };
  if (propose.isSuccess && chosen && !searching)
    return (
      <p className={classes.corrected} role="status">
        <Check size={14} aria-hidden /> {words.proposed(chosen.title)}
      </p>
    );
  if (!searching)
    return (
      <Button variant="subtle" size="compact-xs" mih={24} onClick={() => setSearching(true)}>
        {words.correct}
      </Button>
    );
  return (
    <div className={classes.correction}>
      <IntentSearch label={words.correct} onChoose={choose} />
      <ErrorNote error={propose.error} />
      <Button variant="subtle" size="compact-xs" mih={24} onClick={() => setSearching(false)}>
        {words.cancel}
      </Button>
    </div>
  );
}
