import { Alert, Button, Group, Text } from "@mantine/core";
import { Hourglass } from "lucide-react";
import { useState } from "react";
import { useWords } from "../kit/language";
import { useNow } from "../kit/time";
import { usePresence } from "./presence";
import classes from "./Shell.module.css";
import { shellWords } from "./texts";

const WARN_MS = 60_000;

/** A minute before the session ends: says so, above everything, and lets one stay. */
export function SessionEnd() {
  const words = useWords(shellWords).sessionEnd;
  const { endsAt, final, touch } = usePresence();
  const [readFor, setReadFor] = useState(0);
  const now = useNow(5_000);
  if (endsAt - now > WARN_MS || readFor === endsAt) return null;
  const answer = () => {
    if (final) setReadFor(endsAt);
    touch();
  };
  return (
    <Alert role="alert" color="orange" p="xs" radius={0} icon={<Hourglass size={18} aria-hidden />}>
      <Group gap="sm" className={classes.bar}>
        <Text size="sm" c="var(--mantine-color-text)">
          {final ? words.final : words.idle}
        </Text>
        <Button size="compact-sm" onClick={answer}>
          {final ? words.understood : words.stay}
        </Button>
      </Group>
    </Alert>
  );
}
