import { Button, Kbd, Text } from "@mantine/core";
import { MessagesSquare } from "lucide-react";
import { useWords } from "../kit/language";
import { useQueue } from "../kit/queue";
import { useRight } from "../kit/session";
import { usePresence } from "../shell/presence";
import classes from "./Inbox.module.css";
import { inboxWords } from "./texts";

/** No conversation is open: how the shift stands, and where to begin. */
export function NothingOpen() {
  const words = useWords(inboxWords).nothingOpen;
  const { data: queue } = useQueue();
  const works = useRight("work_desk");
  const { available, setAvailable } = usePresence();
  return (
    <div className={classes.nothing}>
      <MessagesSquare size={40} strokeWidth={1.2} aria-hidden />
      <Text fw={600}>{words.choose}</Text>
      {queue && <Text size="sm">{words.shift(queue.present, queue.free)}</Text>}
      {works && !available && (
        <>
          <Text size="sm">{queue?.present === 0 ? words.nobody : words.away}</Text>
          <Button size="sm" onClick={() => setAvailable(true)}>
            {words.start}
          </Button>
        </>
      )}
      <Text size="xs" c="dimmed" className={classes.hint ?? ""}>
        <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> {words.move} <Kbd size="xs">Enter</Kbd> {words.open}{" "}
        <Kbd size="xs">?</Kbd> {words.all}
      </Text>
    </div>
  );
}
