import type { GuidanceView } from "../../../../staff/wire";
import { useLanguage, useWords } from "../../kit/language";
import classes from "./article.module.css";
import { guidanceWords } from "./guidanceTexts";

/** How hard the Polish text is to read, and which of its sentences and words make it so. */
export function Readability({ readability }: Pick<GuidanceView, "readability">) {
  const words = useWords(guidanceWords);
  const { language } = useLanguage();
  const { fog, sentences, words: inWords, hardWords, long, officeWords } = readability;
  return (
    <>
      <p>{words.fog(fog.toLocaleString(language))}</p>
      <p className={classes.quiet}>{words.measures(sentences, inWords, hardWords)}</p>
      {long.length > 0 && (
        <>
          <p>{words.long}:</p>
          <ul>
            {long.map(({ text, words: n }) => (
              <li key={text}>
                <span lang="pl">{text}</span> <span className={classes.quiet}>({words.longOne(n)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {officeWords.length > 0 && (
        <>
          <p>{words.office}:</p>
          <ul>
            {officeWords.map(({ said, instead, times }) => (
              <li key={said}>
                <b lang="pl">{said}</b>
                {words.times(times)} – {words.instead(instead)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
