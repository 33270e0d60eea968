import { Button } from "@mantine/core";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { actWords } from "./actTexts";
import classes from "./detail.module.css";

type Act = RequestView["acts"][number];

/** Acts whose sentence is known before they are done; the others' name what is only chosen with them. */
const leadsTo: Partial<Record<Act, RequestView["state"]>> = {
  start: "in_progress",
  ask: "waiting_for_resident",
  finish: "done",
  refuse: "not_feasible",
};

/** The sentence the resident will read anyway, to add to it or to begin with. */
export function TemplateOf({ view, kind, onUse }: { view: RequestView; kind: Act; onUse: (text: string) => void }) {
  const words = useWords(actWords);
  const text = view.templates.find(({ state }) => state === leadsTo[kind])?.text;
  if (!text) return null;
  return (
    <div className={classes.template}>
      <span className={classes.quiet}>{words.willRead}</span>
      <q lang="pl">{text}</q>
      <Button variant="subtle" size="compact-xs" onClick={() => onUse(text)}>
        {words.useIt}
      </Button>
    </div>
  );
}
