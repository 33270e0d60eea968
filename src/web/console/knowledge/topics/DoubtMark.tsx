import { CalendarX } from "lucide-react";
import type { ArticleRow } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { topicWords } from "./texts";

/** Why an article cannot be relied on today, and what the bot does about it; nothing while it can. */
export function DoubtMark({ doubt }: { doubt: ArticleRow["doubt"] | undefined }) {
  const words = useWords(topicWords);
  if (!doubt) return null;
  return (
    <span data-warn>
      <CalendarX size={13} aria-hidden /> {words.doubts[doubt.standing]}: {doubt.told ? words.told : words.notTold}
    </span>
  );
}
