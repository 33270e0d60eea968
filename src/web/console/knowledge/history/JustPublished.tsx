import { Alert, Button, Group, Text } from "@mantine/core";
import { CircleCheck } from "lucide-react";
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useWords } from "../../kit/language";
import { isRecord } from "../../kit/reading";
import { useRight } from "../../kit/session";
import { useFocusStays } from "../useFocusStays";
import classes from "./history.module.css";
import { RefusedRevert } from "./RefusedRevert";
import { historyWords } from "./texts";
import { useRelease, useRevert } from "./useReleases";

/** Right after publishing, where what was published is read: its number, and the way back with one press. */
export function JustPublished() {
  const { state } = useLocation();
  const number = isRecord(state) && typeof state.published === "number" ? state.published : undefined;
  return number === undefined ? null : <Notice key={number} number={number} />;
}

function Notice({ number }: { number: number }) {
  const words = useWords(historyWords);
  const mayPublish = useRight("publish_knowledge");
  const { data } = useRelease(number);
  const revert = useRevert(number);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  useFocusStays(said, revert.isPending);
  const by = revert.data?.release.number ?? data?.revertedBy;
  return (
    <Alert color="green" variant="light" p="xs" mb="sm" icon={<CircleCheck size={18} aria-hidden />}>
      <Group gap="sm">
        <Text
          size="sm"
          c="var(--mantine-color-text)"
          role="status"
          ref={said}
          tabIndex={-1}
          className={classes.said ?? ""}
        >
          {by === undefined ? words.published(number) : words.reverted(number, by)}
        </Text>
        {mayPublish && by === undefined && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={words.undoOf(number)}
            loading={revert.isPending}
            onClick={() => revert.mutate(words.mistake)}
          >
            {words.undo}
          </Button>
        )}
      </Group>
      <RefusedRevert error={revert.error} />
    </Alert>
  );
}
