import type { ReactNode } from "react";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import classes from "./detail.module.css";
import { moderationWords } from "./moderationTexts";

/** A text in which what looks personal is marked, with what it looks like. */
export function Marked({ text, personal }: { text: string; personal: RequestView["personal"] }) {
  const words = useWords(moderationWords);
  const kinds: Record<string, string> = words.kinds;
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { from, to, kind } of personal) {
    parts.push(
      text.slice(done, from),
      <mark key={from}>
        {text.slice(from, to)} <small>({kinds[kind] ?? kind})</small>
      </mark>,
    );
    done = to;
  }
  return (
    <span className={classes.marked}>
      {parts}
      {text.slice(done)}
    </span>
  );
}
