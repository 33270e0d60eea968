import { Button, Code, CopyButton, Group, Modal, Stack, Text } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import type { AccountWithPassword } from "../../../staff/wire";
import { useWords } from "../kit/language";
import { kitWords } from "../kit/texts";
import { accountWords } from "./texts";

/** The password that is told once; only its own button closes the dialog, so that no stray key loses it. */
export function OneTimePassword({ told, onClose }: { told: AccountWithPassword | undefined; onClose: () => void }) {
  const words = useWords(accountWords);
  const kit = useWords(kitWords);
  return (
    <Modal
      opened={told !== undefined}
      onClose={onClose}
      title={words.passwordTitle}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      {told && (
        <Stack gap="md">
          <Text size="sm">{words.passwordText(told.account.login)}</Text>
          <Group gap="sm">
            <Code fz="lg" p="xs" data-one-time-password>
              {told.oneTimePassword}
            </Code>
            <CopyButton value={told.oneTimePassword} timeout={3000}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  onClick={copy}
                  leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
                  data-autofocus
                >
                  <span aria-live="polite">{copied ? kit.copied : kit.copy}</span>
                </Button>
              )}
            </CopyButton>
          </Group>
          <Button size="sm" onClick={onClose}>
            {words.passwordDone}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}
