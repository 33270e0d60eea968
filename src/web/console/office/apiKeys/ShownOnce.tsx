import { Button, Code, CopyButton, Group, Modal, Stack, Text } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import type { ApiKeyMade } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { kitWords } from "../../kit/texts";
import { apiKeyWords } from "./texts";

/** The key that is told once; only its own button closes the dialog, so that no stray key loses it. */
export function ShownOnce({ made, onClose }: { made: ApiKeyMade | undefined; onClose: () => void }) {
  const words = useWords(apiKeyWords);
  const kit = useWords(kitWords);
  return (
    <Modal
      opened={made !== undefined}
      onClose={onClose}
      title={made && words.made(made.apiKey.name)}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      {made && (
        <Stack gap="md">
          <Text size="sm">{words.madeText}</Text>
          <Code fz="md" p="xs" style={{ overflowWrap: "anywhere" }} data-api-key>
            {made.key}
          </Code>
          <Group gap="sm">
            <CopyButton value={made.key} timeout={3000}>
              {({ copied, copy }) => (
                <Button
                  size="sm"
                  variant="default"
                  onClick={copy}
                  leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
                  data-autofocus
                >
                  <span aria-live="polite">{copied ? kit.copied : kit.copy}</span>
                </Button>
              )}
            </CopyButton>
            <Button size="sm" onClick={onClose}>
              {words.madeDone}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
