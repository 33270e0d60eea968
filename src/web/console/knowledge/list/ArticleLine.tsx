import { CalendarClock, Languages, PencilLine, TriangleAlert } from "lucide-react";
import { Link, useLocation } from "react-router";
import type { ArticleRow } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { Counts } from "../Counts";
import { knowledgeWords } from "../texts";
import { DoubtMark } from "../topics/DoubtMark";
import { OffMark } from "../topics/OffMark";
import classes from "./list.module.css";

/** One article in the list: what it is about, what an editor should see to, and what became of it. */
export function ArticleLine({ item }: { item: ArticleRow }) {
  const words = useWords(knowledgeWords);
  const { search } = useLocation();
  const { id, title, unit, competence, confidence, due, doubt, missing, drafted, figures } = item;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link to={`/knowledge/${encodeURIComponent(id)}`} state={{ search }} data-id={id}>
          <strong>{title}</strong>
        </Link>
        <div className={classes.quiet}>{competence === "other" ? `${unit} · ${words.otherInstitution}` : unit}</div>
      </div>
      <div className={classes.marks}>
        <OffMark topic={`article:${id}`} />
        <DoubtMark doubt={doubt} />
        {drafted && (
          <span>
            <PencilLine size={13} aria-hidden /> {words.drafted}
          </span>
        )}
        {due !== undefined && (
          <span data-warn={due < 0 || undefined}>
            <CalendarClock size={13} aria-hidden /> {words.due(due)}
          </span>
        )}
        {confidence === "low" && (
          <span data-warn>
            <TriangleAlert size={13} aria-hidden /> {words.lowConfidence}
          </span>
        )}
        {missing.length > 0 && (
          <span>
            <Languages size={13} aria-hidden />{" "}
            {words.missing(missing.map((language) => words.languages[language]).join(", "))}
          </span>
        )}
      </div>
      <Counts figures={figures} />
    </li>
  );
}
