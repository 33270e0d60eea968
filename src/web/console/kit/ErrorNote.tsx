import { Alert, Button, Group, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useLanguage, useWords } from "./language";
import { refusalWords } from "./refusals";
import { kitWords } from "./texts";

/** What went wrong, where it happened; nothing while `error` is empty. */
export function ErrorNote({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const { language } = useLanguage();
  const words = useWords(kitWords);
  if (!error) return null;
  return (
    <Alert role="alert" color="red" variant="light" p="xs" icon={<CircleAlert size={18} aria-hidden />}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" c="var(--mantine-color-text)">
          {refusalWords(error, language)}
        </Text>
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            {words.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
