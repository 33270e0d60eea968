import { Alert, Button, Checkbox, CopyButton, Group, Stack, Text } from "@mantine/core";
import { Copy, Printer, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useWords } from "./language";
import classes from "./RecoveryCodes.module.css";
import { secondFactorWords } from "./secondFactorTexts";
import { kitWords } from "./texts";

/** Shown once: the person says that they are kept before the page goes on. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const words = useWords(secondFactorWords);
  const { copy, copied } = useWords(kitWords);
  const [kept, setKept] = useState(false);
  return (
    <Stack gap="sm">
      <Alert role="status" color="green" p="xs" icon={<ShieldCheck size={18} aria-hidden />}>
        {words.done}
      </Alert>
      <Text size="sm">{words.recovery}</Text>
      <ul className={classes.codes} data-printed>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <CopyButton value={codes.join("\n")}>
          {({ copied: done, copy: toClipboard }) => (
            <Button variant="default" size="sm" leftSection={<Copy size={15} aria-hidden />} onClick={toClipboard}>
              {done ? copied : copy}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          size="sm"
          leftSection={<Printer size={15} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      </Group>
      <Checkbox label={words.kept} checked={kept} onChange={({ currentTarget }) => setKept(currentTarget.checked)} />
      <Button size="sm" disabled={!kept} onClick={onKept}>
        {words.finish}
      </Button>
    </Stack>
  );
}
