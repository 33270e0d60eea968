import type { ArticleFigures } from "../../../staff/wire";
import { useWords } from "../kit/language";
import classes from "./Counts.module.css";
import { knowledgeWords } from "./texts";

const names = ["asked", "answered", "chosen", "refused", "handedOver"] as const satisfies (keyof ArticleFigures)[];

/** What was recorded of an article; noughts tell nothing and are left out. */
export function Counts({ figures }: { figures: ArticleFigures }) {
  const words = useWords(knowledgeWords);
  const told = names.filter((name) => figures[name] > 0);
  if (told.length === 0) return <p className={classes.none}>{words.notUsed}</p>;
  return (
    <dl className={classes.counts}>
      {told.map((name) => (
        <div key={name} title={words.figureHints[name]}>
          <dt>{words.figures[name]}</dt>
          <dd>{figures[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
