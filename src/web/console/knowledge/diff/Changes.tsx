import { Stack, Text } from "@mantine/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useWords } from "../../kit/language";
import { DocumentDiff } from "./DocumentDiff";
import { countsOf, rowsBetween } from "./diff";
import classes from "./diff.module.css";
import { diffWords } from "./texts";

/** A document and what becomes of it; null where there is none. */
export type Change = { path: string; before: string | null; after: string | null };

/** More of them are opened one by one. */
const MOST_OPEN = 6;

type Given = { documents: Change[]; actions?: ((path: string) => ReactNode) | undefined };

/** What changes in each document, before beside after; those that stay as they are are left out. */
export function Changes({ documents, actions }: Given) {
  const words = useWords(diffWords);
  const changing = documents.filter(({ before, after }) => before !== after);
  if (changing.length === 0) return <Text size="sm">{words.none}</Text>;
  return (
    <Stack gap="sm">
      {changing.length > MOST_OPEN && <Text size="sm">{words.documents(changing.length)}</Text>}
      {changing.map((change) => (
        <One key={change.path} change={change} startOpen={changing.length <= MOST_OPEN} actions={actions} />
      ))}
    </Stack>
  );
}

function One({ change, startOpen, actions }: { change: Change; startOpen: boolean } & Pick<Given, "actions">) {
  const { path } = change;
  const [isOpen, setOpen] = useState(startOpen);
  const Mark = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className={classes.document}>
      <button type="button" className={classes.head} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Mark size={16} aria-hidden />
        <span>
          <span className={classes.path}>{path}</span> <Fate change={change} />
        </span>
      </button>
      {isOpen && <Opened change={change} />}
      {isOpen && actions && <div className={classes.actions}>{actions(path)}</div>}
    </div>
  );
}

function Fate({ change: { before, after } }: { change: Change }) {
  const words = useWords(diffWords);
  if (before === null) return <span className={classes.fate}>{words.isNew}</span>;
  return after === null ? <span className={classes.fate}>{words.isGone}</span> : null;
}

function Opened({ change: { path, before, after } }: { change: Change }) {
  const words = useWords(diffWords);
  const rows = useMemo(() => rowsBetween(before, after), [before, after]);
  const { added, removed } = countsOf(rows);
  return (
    <>
      <Text size="xs" c="dimmed" px={8} pb={4}>
        {words.countsInWords(added, removed)}
      </Text>
      <DocumentDiff rows={rows} path={path} />
    </>
  );
}
