import {
  Ban,
  CircleCheck,
  CircleHelp,
  Copy,
  ExternalLink,
  Hammer,
  Inbox,
  type LucideIcon,
  Send,
  Undo2,
} from "lucide-react";
import type { RequestRow } from "../../../staff/wire";
import { useWords } from "../kit/language";
import classes from "./StateMark.module.css";
import { stateWords } from "./stateTexts";

type State = RequestRow["state"];

const icons: Record<State, LucideIcon> = {
  received: Inbox,
  forwarded: Send,
  in_progress: Hammer,
  waiting_for_resident: CircleHelp,
  done: CircleCheck,
  not_feasible: Ban,
  forwarded_outside: ExternalLink,
  duplicate: Copy,
  withdrawn: Undo2,
};

/** Where it stands: a word, a sign and a colour, so that none has to be told by the others. */
export function StateMark({ state }: { state: State }) {
  const words = useWords(stateWords);
  const Icon = icons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} aria-hidden /> {words[state]}
    </span>
  );
}
