import { Button, CloseButton, Group, Text } from "@mantine/core";
import { AlarmClock, type LucideIcon, Merge, Send, UserRoundPen } from "lucide-react";
import { useState } from "react";
import type { BulkDone, RequestRow } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { kitWords } from "../../kit/texts";
import { BulkForm, type BulkKind } from "./BulkForm";
import { bulkWords } from "./bulkTexts";
import classes from "./list.module.css";

const kinds: [BulkKind, LucideIcon][] = [
  ["assign", UserRoundPen],
  ["due", AlarmClock],
  ["forward", Send],
  ["merge", Merge],
];

/** What can be done with all that is selected, and one line of what came of it. */
export function Bulk({ chosen, onDone }: { chosen: RequestRow[]; onDone: () => void }) {
  const words = useWords(bulkWords);
  const { close } = useWords(kitWords);
  const [opened, setOpened] = useState<BulkKind>();
  const [result, setResult] = useState<BulkDone>();
  const tell = (done: BulkDone) => {
    setOpened(undefined);
    setResult(done);
    if (done.every((one) => one.done)) onDone();
  };
  return (
    <div className={classes.bulk} data-shown={chosen.length > 0 || result !== undefined || undefined}>
      <div role="status">{result && <Result result={result} />}</div>
      {result && <CloseButton size="sm" aria-label={close} onClick={() => setResult(undefined)} />}
      {chosen.length > 0 && (
        <Group gap={6} role="group" aria-label={words.together}>
          <Text size="sm" fw={600}>
            {words.selected(chosen.length)}
          </Text>
          {kinds.map(([kind, Icon]) => (
            <Button
              key={kind}
              variant="default"
              leftSection={<Icon size={14} aria-hidden />}
              onClick={() => {
                setResult(undefined);
                setOpened(kind);
              }}
            >
              {words[kind]}
            </Button>
          ))}
          <Button variant="subtle" onClick={onDone}>
            {words.clear}
          </Button>
        </Group>
      )}
      {opened && <BulkForm kind={opened} chosen={chosen} onDone={tell} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

function Result({ result }: { result: BulkDone }) {
  const words = useWords(bulkWords);
  const reasons: Record<string, string> = words.refused;
  const failed = result.filter(({ done }) => !done);
  const rest = failed.map(({ id, refused = "" }) => `${id} (${reasons[refused] ?? words.gone})`).join(", ");
  const done = result.length - failed.length;
  return <Text size="sm">{failed.length === 0 ? words.all(done) : words.some(done, result.length, rest)}</Text>;
}
