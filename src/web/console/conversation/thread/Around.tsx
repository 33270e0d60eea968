import { Eye, Pencil } from "lucide-react";
import type { Viewer } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

/** Who else is here and who is writing; what they write nobody sees. */
export function Around({ viewers, residentTypes }: { viewers: Viewer[]; residentTypes: boolean }) {
  const words = useWords(threadWords);
  const typing = viewers.filter((viewer) => viewer.typing).map(({ name }) => name);
  const looking = viewers.filter((viewer) => !viewer.typing).map(({ name }) => name);
  return (
    <p className={classes.around} role="status">
      {residentTypes && (
        <span>
          <span className={classes.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {words.residentTypes}
        </span>
      )}
      {typing.length > 0 && (
        <span className={classes.alsoTypes}>
          <Pencil size={13} aria-hidden /> {words.typing(typing.join(", "))}
        </span>
      )}
      {looking.length > 0 && (
        <span>
          <Eye size={13} aria-hidden /> {words.looking(looking.join(", "), looking.length)}
        </span>
      )}
    </p>
  );
}
