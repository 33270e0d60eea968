import type { InboxView } from "../../../staff/wire";
import { useKeys } from "../kit/keys";
import { useWords } from "../kit/language";
import { useQueue } from "../kit/queue";
import classes from "./Inbox.module.css";
import { countOf, tabs } from "./lists";
import { inboxWords } from "./texts";

/** The lists to choose from, with how many there are in the live ones; 1–6 choose. */
export function Tabs({ view, onChange }: { view: InboxView; onChange: (view: InboxView) => void }) {
  const words = useWords(inboxWords);
  const { data: queue } = useQueue();
  useKeys(Object.fromEntries(tabs.map((tab, index) => [String(index + 1), () => onChange(tab)])), {
    scope: words.title,
    describe: Object.fromEntries(tabs.map((tab, index) => [String(index + 1), words.tabs[tab]])),
  });
  return (
    <fieldset className={classes.tabs}>
      <legend className={classes.hidden}>{words.lists}</legend>
      {tabs.map((tab, index) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === view}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onChange(tab)}
        >
          {words.tabs[tab]}
          <span className={classes.number}>{countOf(tab, queue) ?? ""}</span>
        </button>
      ))}
    </fieldset>
  );
}
