import { Anchor } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { Numbers } from "./Numbers";
import classes from "./Prose.module.css";

const LINK = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;
const ITEM = /^\s*(?:([-*])|(\d{1,3})[.)])\s+(.*)$/;

type Block = { kind: "p" | "ul" | "ol"; lines: string[] };

/** The light Markdown of articles – paragraphs, lists, links; anything else stays text. */
export function Prose({ text }: { text: string }) {
  return (
    <div className={classes.prose}>
      {blocksOf(text).map(({ kind, lines }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one text never change places
        if (kind === "p") return <p key={index}>{lines.map(withBreak)}</p>;
        const List = kind;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <List key={index}>
            {lines.map((line) => (
              <li key={line}>{linked(line)}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let gap = true;
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const item = ITEM.exec(line);
    const kind = item ? (item[1] ? "ul" : "ol") : "p";
    const last = blocks.at(-1);
    const isEmpty = line.trim() === "";
    if (!isEmpty && last?.kind === kind && !(gap && kind === "p")) last.lines.push(item?.[3] ?? line);
    else if (!isEmpty) blocks.push({ kind, lines: [item?.[3] ?? line] });
    gap = isEmpty;
  }
  return blocks;
}

const withBreak = (line: string, index: number) => (
  <Fragment key={line}>
    {index > 0 && <br />}
    {linked(line)}
  </Fragment>
);

function linked(line: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { 0: whole, 1: label = "", 2: url = "", index } of line.matchAll(LINK)) {
    parts.push(
      <Numbers key={`before ${index}`} text={line.slice(done, index)} />,
      <Anchor key={index} href={url} target="_blank" rel="noopener noreferrer" underline="always" inherit>
        {label}
      </Anchor>,
    );
    done = index + whole.length;
  }
  return [...parts, <Numbers key="end" text={line.slice(done)} />];
}
