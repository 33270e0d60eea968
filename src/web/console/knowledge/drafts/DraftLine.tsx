import { Badge } from "@mantine/core";
import { CalendarClock, TriangleAlert, Undo2 } from "lucide-react";
import { Link } from "react-router";
import type { DraftRow } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { editorWords } from "../editor/texts";
import classes from "./drafts.module.css";
import { draftsWords } from "./texts";

/** One draft: what it is about, where it stands, and who does something about it. */
export function DraftLine({ draft }: { draft: DraftRow }) {
  const words = useWords(draftsWords);
  const { states } = useWords(editorWords);
  const time = useTime();
  const { id, title, why, origin, state, paths, startedBy, startedAt, writtenBy, writtenAt, owner } = draft;
  const who = writtenBy ?? startedBy;
  const at = time.moment(writtenBy ? writtenAt : startedAt);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link to={`/knowledge/_draft/${encodeURIComponent(id)}`} data-id={id}>
          <strong>{title}</strong>
        </Link>
        {why !== "" && <div>{why}</div>}
        <div className={classes.quiet}>
          {paths.length === 1 ? paths[0] : words.documents(paths.length)} · {words.origins[origin]}
        </div>
      </div>
      <Marks draft={draft} />
      <div className={classes.quiet}>
        <Badge variant={state === "writing" ? "default" : "light"} tt="none">
          {states[state]}
        </Badge>
        <div>{who ? words.written(who.name, at) : at}</div>
        <div>{owner ? words.owner(owner.name) : words.noOwner}</div>
      </div>
    </li>
  );
}

/** What somebody should see to, or wait for. */
function Marks({ draft: { review, state, publishAt, problem } }: { draft: DraftRow }) {
  const words = useWords(draftsWords);
  const time = useTime();
  return (
    <div className={classes.marks}>
      {problem !== undefined && (
        <span data-warn>
          <TriangleAlert size={13} aria-hidden /> {words.problem(problem)}
        </span>
      )}
      {review?.verdict === "returned" && state === "writing" && (
        <span>
          <Undo2 size={13} aria-hidden /> {words.returned}
        </span>
      )}
      {publishAt !== undefined && (
        <span>
          <CalendarClock size={13} aria-hidden /> {words.publishAt(time.full(publishAt))}
        </span>
      )}
    </div>
  );
}
