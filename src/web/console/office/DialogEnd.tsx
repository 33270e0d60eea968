import { Button, Group } from "@mantine/core";
import { useWords } from "../kit/language";
import { officeWords } from "./texts";

/** The two buttons a dialog of the settings ends with; what is applied joins the draft, which is saved later. */
export function DialogEnd({ onClose, disabled = false }: { onClose(): void; disabled?: boolean }) {
  const words = useWords(officeWords);
  return (
    <Group justify="end" gap="xs">
      <Button size="sm" variant="default" onClick={onClose}>
        {words.cancel}
      </Button>
      <Button size="sm" type="submit" disabled={disabled}>
        {words.apply}
      </Button>
    </Group>
  );
}
