import { Button, Group, Text } from "@mantine/core";
import { Timer } from "lucide-react";
import { ariaKeys } from "../kit/keyNames";
import { useWords } from "../kit/language";
import { useNow } from "../kit/time";
import { phoneWords } from "./texts";
import type { CallDesk } from "./useCall";

/** 0:07, 12:40, 1:02:03 */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(min)}:${two(s)}` : `${min}:${two(s)}`;
}

type Given = { desk: CallDesk; onStart: () => void; onDiscard: () => void };

/** How long the call has taken, and its beginning by hand. */
export function Clock({ desk, onStart, onDiscard }: Given) {
  const words = useWords(phoneWords);
  const now = useNow(1000);
  const { startedAt } = desk.call;
  return (
    <Group gap="sm">
      <Group gap={6} aria-label={words.clock} role="timer">
        <Timer size={18} aria-hidden />
        <Text size="lg" fw={600} ff="monospace">
          {startedAt ? clockOf(now - Date.parse(startedAt)) : "0:00"}
        </Text>
        {!startedAt && (
          <Text size="sm" c="dimmed">
            {words.clockOff}
          </Text>
        )}
      </Group>
      {startedAt ? (
        <Button variant="default" onClick={onDiscard}>
          {words.discard}
        </Button>
      ) : (
        <Button variant="default" onClick={onStart} aria-keyshortcuts={ariaKeys("alt+w")}>
          {words.start}
        </Button>
      )}
    </Group>
  );
}
