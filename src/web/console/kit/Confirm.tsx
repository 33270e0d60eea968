import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { ErrorNote } from "./ErrorNote";
import { useWords } from "./language";
import { kitWords } from "./texts";

type Given = {
  opened: boolean;
  title: string;
  text?: string;
  /** What the button that does it says. */
  confirm: string;
  danger?: boolean;
  pending?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that cannot be taken back; an error stays in the dialog. */
export function Confirm({ opened, title, text, confirm, danger, pending, error, onConfirm, onClose }: Given) {
  const words = useWords(kitWords);
  return (
    // It may stand above a drawer: a header of its own would be a second banner.
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Stack gap="md">
            <Group justify="space-between" wrap="nowrap" align="start">
              <Modal.Title>{title}</Modal.Title>
              <Modal.CloseButton aria-label={words.close} />
            </Group>
            {text && <Text size="sm">{text}</Text>}
            <ErrorNote error={error} />
            <Group justify="end" gap="xs">
              <Button size="sm" variant="default" onClick={onClose}>
                {words.cancel}
              </Button>
              <Button
                size="sm"
                color={danger ? "red" : "blue"}
                loading={pending ?? false}
                onClick={onConfirm}
                data-autofocus
              >
                {confirm}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
