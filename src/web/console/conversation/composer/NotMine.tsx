import { Button } from "@mantine/core";
import { Hand } from "lucide-react";
import type { ConversationView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { conversationWords } from "../texts";
import { useAct } from "../useConversation";
import classes from "./composer.module.css";
import { Limits } from "./Limits";
import { composerWords } from "./texts";

/** Who holds the conversation, and a button to take it over where that is possible. */
export function NotMine() {
  const words = useWords(composerWords);
  const { closings } = useWords(conversationWords);
  const { view, mayWork } = usePlace();
  const take = useAct(view.id, "take");
  const { speaker, holder, closing } = view;
  const button = mayWork ? takeWords(view, words) : undefined;
  return (
    <div className={classes.notMine}>
      <div>
        <p>{stateWords(view, words)}</p>
        {closing && (
          <p className={classes.quiet}>
            {words.closedBy(closings[closing.reason], closing.by)} {closing.note && `„${closing.note}”`}
          </p>
        )}
        {!mayWork && speaker !== "closed" && <p className={classes.quiet}>{words.readOnly}</p>}
        <Limits />
        {holder?.present && mayWork && <p className={classes.quiet}>{words.readAlong}</p>}
      </div>
      {button && (
        <Button
          leftSection={<Hand size={15} aria-hidden />}
          size="sm"
          loading={take.isPending}
          onClick={() => take.mutate({})}
          aria-keyshortcuts="t"
        >
          {button}
        </Button>
      )}
      <ErrorNote error={take.error} />
    </div>
  );
}

type Words = (typeof composerWords)["pl"];

function stateWords({ speaker, holder }: ConversationView, words: Words): string {
  if (speaker === "bot") return words.withBot;
  if (speaker === "waiting") return words.waits;
  if (speaker === "closed") return words.closed;
  return holder ? (holder.present ? words.heldBy(holder.name) : words.away(holder.name)) : words.waits;
}

/** Nobody takes a conversation out of the hands of somebody who is there; a supervisor may assign it. */
function takeWords({ speaker, holder }: ConversationView, words: Words): string | undefined {
  if (speaker === "closed" || holder?.present) return undefined;
  if (speaker === "bot") return words.takeFromBot;
  return holder ? words.takeFrom(holder.name) : words.take;
}
