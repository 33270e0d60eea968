import { UserRound } from "lucide-react";
import { Link } from "react-router";
import type { QuestionRow } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { knowledgeWords } from "../texts";
import classes from "./questions.module.css";
import { questionWords } from "./texts";

type Given = { item: QuestionRow; now: number; to: string; isOpen: boolean };

/** One group in the list: the words put most often, how often, why in vain, and who sees to it. */
export function QuestionLine({ item, now, to, isOpen }: Given) {
  const words = useWords(questionWords);
  const { languages } = useWords(knowledgeWords);
  const time = useTime();
  const { id, sample, times, texts, reasons, lastAt, owner, settledBefore } = item;
  const facts = [
    texts > 1 ? words.versions(texts) : "",
    ...item.languages.filter((language) => language !== "pl").map((language) => languages[language]),
    words.last(time.moment(lastAt, now)),
  ];
  return (
    <li className={classes.row} data-open={isOpen || undefined}>
      <b className={classes.times}>{words.times(times)}</b>
      <div className={classes.what}>
        <Link to={to} data-id={id} aria-current={isOpen || undefined}>
          <strong lang={item.languages[0]}>{sample}</strong>
        </Link>
        <div className={classes.quiet}>{facts.filter(Boolean).join(" · ")}</div>
        <div className={classes.quiet}>{reasons.map(({ reason }) => words.reasons[reason]).join(" · ")}</div>
        {owner && (
          <div className={classes.quiet}>
            <UserRound size={13} aria-hidden /> {words.owner(owner.name)}
          </div>
        )}
        {settledBefore > 0 && <div className={classes.warn}>{words.again(settledBefore)}</div>}
      </div>
    </li>
  );
}
