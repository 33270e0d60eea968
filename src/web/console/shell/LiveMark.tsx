import { Alert, Text, Tooltip } from "@mantine/core";
import { WifiOff } from "lucide-react";
import { useWords } from "../kit/language";
import { useLiveState } from "../kit/live";
import { useNow, useTime } from "../kit/time";
import classes from "./Shell.module.css";
import { shellWords } from "./texts";

/** A short break heals by itself before anybody has read about it. */
const GRACE_MS = 2_000;

/** Whether what is on the screen is live, beside the name. */
export function LiveMark() {
  const words = useWords(shellWords).live;
  const { kind } = useLiveState();
  return (
    <Tooltip label={words.hint[kind]} position="right">
      <span className={classes.live} data-state={kind}>
        {words[kind]}
      </span>
    </Tooltip>
  );
}

/** The connection is gone: since when, and what that means. */
export function LostBar() {
  const words = useWords(shellWords).live;
  const state = useLiveState();
  const now = useNow(1_000);
  const { clock } = useTime();
  const since = state.kind === "lost" && now - state.since > GRACE_MS ? state.since : undefined;
  return (
    <div role="status">
      {since !== undefined && (
        <Alert color="red" p="xs" radius={0} icon={<WifiOff size={18} aria-hidden />}>
          <Text size="sm" c="var(--mantine-color-text)">
            {words.lostSince(clock(new Date(since)))}
          </Text>
        </Alert>
      )}
    </div>
  );
}
