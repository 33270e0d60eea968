import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import type { GuidanceView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import classes from "./article.module.css";
import { guidanceWords } from "./guidanceTexts";

type Rival = GuidanceView["rivals"][number];

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** The articles that compete with this one, and the words they fight over. */
export function Rivals({ rivals }: Pick<GuidanceView, "rivals">) {
  const words = useWords(guidanceWords);
  if (rivals.length === 0) return null;
  return (
    <>
      <p className={classes.quiet}>{words.rivalsHint}</p>
      {rivals.map((rival) => (
        <One key={rival.article} rival={rival} />
      ))}
    </>
  );
}

function One({ rival: { article, title, phrases } }: { rival: Rival }) {
  const words = useWords(guidanceWords);
  const lost = phrases.filter((phrase) => phrase.lost).length;
  return (
    <>
      <p>
        <Anchor component={Link} to={`/knowledge/${encodeURIComponent(article)}`} inherit underline="always">
          {title}
        </Anchor>{" "}
        <span className={classes.quiet}>{words.rival(phrases.length, lost)}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.phrase}</th>
            <th scope="col">{words.own}</th>
            <th scope="col">{words.other}</th>
          </tr>
        </thead>
        <tbody>
          {phrases.map(({ text, language, own, other, lost: isLost }) => (
            <tr key={`${language} ${text}`}>
              <td lang={language}>{text}</td>
              <td className={classes.share}>{percent(own)}</td>
              <td className={`${classes.share} ${isLost ? classes.warn : ""}`}>{percent(other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
