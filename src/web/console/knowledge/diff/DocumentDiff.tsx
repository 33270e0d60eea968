import { VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { createContext, Fragment, useContext, useMemo, useState } from "react";
import { useLanguage, useWords } from "../../kit/language";
import { type Block, folded, type Line, type Row } from "./diff";
import classes from "./diff.module.css";
import { diffWords } from "./texts";

/** Two columns of text need so much room. */
const NARROW = "(max-width: 900px)";
/** More rows are drawn when asked for. */
const AT_ONCE = 400;

/** The rows of one document: before and after beside each other, or below each other where there is no room. */
export function DocumentDiff({ rows, path }: { rows: Row[]; path: string }) {
  const words = useWords(diffWords);
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const blocks = useMemo(() => folded(rows), [rows]);
  return (
    <table className={classes.diff} data-narrow={narrow || undefined} aria-label={path}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            <VisuallyHidden>{words.line}</VisuallyHidden>
          </th>
          <th scope="col">{narrow ? `${words.before} / ${words.after}` : words.before}</th>
          {!narrow && (
            <>
              <th scope="col" className={classes.number}>
                <VisuallyHidden>{words.line}</VisuallyHidden>
              </th>
              <th scope="col">{words.after}</th>
            </>
          )}
        </tr>
      </thead>
      <Lang value={languageOf(path)}>
        {blocks.map((block) => (
          <Shown key={keyOf(block.rows[0])} block={block} narrow={narrow} />
        ))}
      </Lang>
    </table>
  );
}

/** What the document is written in; not what the page is. */
const Lang = createContext("pl");
const languageOf = (path: string) => /^knowledge\/(en|uk)\//.exec(path)?.[1] ?? "pl";
const keyOf = (row: Row | undefined): string =>
  row === undefined ? "" : row.kind === "same" ? `${row.before}=` : `${row.before?.number}:${row.after?.number}`;

/** A stretch of rows; a folded or very long one shows more when asked to, and the focus goes to what is new. */
function Shown({ block, narrow }: { block: Block; narrow: boolean }) {
  const words = useWords(diffWords);
  const [upTo, setUpTo] = useState(block.kind === "folded" ? 0 : AT_ONCE);
  const left = block.rows.length - upTo;
  const show = () => setUpTo(upTo + AT_ONCE);
  return (
    <tbody>
      {block.rows.slice(0, upTo).map((row, at) => (
        <RowLines
          key={keyOf(row)}
          row={row}
          narrow={narrow}
          takesFocus={at === upTo - AT_ONCE && (block.kind === "folded" || upTo > AT_ONCE)}
        />
      ))}
      {left > 0 && (
        <tr className={classes.fold}>
          <td colSpan={narrow ? 2 : 4}>
            <button type="button" onClick={show}>
              {block.kind === "folded" && upTo === 0 ? words.folded(left) : words.more(left)}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** The same function each time, so that only what is drawn anew takes the focus. */
const focusOn = (line: HTMLTableRowElement | null) => line?.focus();

type RowGiven = { row: Row; narrow: boolean; takesFocus: boolean };

function RowLines({ row, narrow, takesFocus }: RowGiven) {
  const lang = useContext(Lang);
  const focused = takesFocus ? { tabIndex: -1, ref: focusOn } : {};
  if (row.kind === "same")
    return (
      <tr {...focused}>
        <td className={classes.number}>{row.before}</td>
        <td lang={lang}>{row.text}</td>
        {!narrow && (
          <>
            <td className={classes.number}>{row.after}</td>
            <td lang={lang}>{row.text}</td>
          </>
        )}
      </tr>
    );
  if (narrow)
    return (
      <>
        {row.before && (
          <tr {...focused}>
            <Side line={row.before} of="before" />
          </tr>
        )}
        {row.after && (
          <tr {...(row.before ? {} : focused)}>
            <Side line={row.after} of="after" />
          </tr>
        )}
      </>
    );
  return (
    <tr {...focused}>
      <Side line={row.before} of="before" />
      <Side line={row.after} of="after" />
    </tr>
  );
}

type SideGiven = { line: Line | undefined; of: "before" | "after" };

/** One side of a changed row; what differs is marked by a line, by a sign, and in words nobody sees. */
function Side({ line, of }: SideGiven) {
  const words = useWords(diffWords);
  const { language } = useLanguage();
  const lang = useContext(Lang);
  if (!line)
    return (
      <>
        <td className={classes.number} />
        <td />
      </>
    );
  const Mark = of === "before" ? "del" : "ins";
  return (
    <>
      <td className={classes.number} data-side={of}>
        {line.number}
      </td>
      <td data-side={of} lang={lang}>
        {line.pieces.map(({ text, changed }, at) =>
          changed && text !== "" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never change places
            <Mark key={at} data-whole={line.pieces.length === 1 || undefined}>
              <VisuallyHidden lang={language}>{of === "before" ? words.removed : words.added} </VisuallyHidden>
              {text}
            </Mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Fragment key={at}>{text}</Fragment>
          ),
        )}
      </td>
    </>
  );
}
