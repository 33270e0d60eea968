import { Badge, Button, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { ReleaseRow } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { useTime } from "../../kit/time";
import { Changes } from "../diff/Changes";
import classes from "./history.module.css";
import { Restore, RestoreOne } from "./Restore";
import { Revert } from "./Revert";
import { historyWords } from "./texts";
import { useRelease } from "./useReleases";

/** One release: what it was, and opened, what it changed and how to take that back. */
export function Release({ release }: { release: ReleaseRow }) {
  const words = useWords(historyWords);
  const [isOpen, setOpen] = useState(false);
  const { number, title, why } = release;
  return (
    <Stack gap="sm">
      <div className={classes.head}>
        <div className={classes.what}>
          <div className={classes.marks}>
            <strong>{words.number(number)}</strong>
            <span>{title}</span>
            <Badge variant="default" size="sm" tt="none">
              {words.kinds[release.kind]}
            </Badge>
          </div>
          {why !== "" && <Text size="sm">{why}</Text>}
          <About release={release} />
        </div>
        <Button
          variant="default"
          aria-expanded={isOpen}
          aria-label={words.lookAt(number)}
          onClick={() => setOpen(!isOpen)}
        >
          {words.look}
        </Button>
      </div>
      {isOpen && <Opened release={release} />}
    </Stack>
  );
}

function About({ release: { at, by, approvedBy, reverts, revertedBy, paths } }: { release: ReleaseRow }) {
  const words = useWords(historyWords);
  const time = useTime();
  const told = [
    by === undefined ? words.nobody : words.by(by),
    approvedBy !== undefined && words.approvedBy(approvedBy),
    reverts !== undefined && words.reverts(reverts),
    revertedBy !== undefined && words.revertedBy(revertedBy),
    paths.length === 1 ? paths[0] : words.documents(paths.length),
  ];
  return (
    <Text size="sm" c="dimmed">
      <time dateTime={at} title={time.full(at)}>
        {time.moment(at)}
      </time>
      {told.map((part) => part && ` · ${part}`)}
    </Text>
  );
}

/** The release the knowledge began with is nothing to be taken back. */
function Opened({ release: { number, kind, revertedBy, paths } }: { release: ReleaseRow }) {
  const { data, error, refetch } = useRelease(number);
  const [mayPublish, mayEdit] = [useRight("publish_knowledge"), useRight("edit_knowledge")];
  const isFirst = kind === "seed";
  return (
    <div className={classes.opened}>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      {data && (
        <Changes
          documents={data.documents}
          actions={
            mayEdit && paths.length > 1
              ? (path) => <RestoreOne number={number} documents={data.documents} path={path} first={isFirst} />
              : undefined
          }
        />
      )}
      {mayPublish && !isFirst && <Revert number={number} revertedBy={revertedBy} />}
      {data && mayEdit && !isFirst && <Restore number={number} documents={data.documents} />}
    </div>
  );
}
