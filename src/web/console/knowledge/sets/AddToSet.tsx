import { Autocomplete, Button, Group, Stack } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { MeaningPicker } from "./MeaningPicker";
import { setsWords } from "./texts";
import { useAdd, useSets } from "./useSets";

/** Puts a text that was tried into a set, with what it means. */
export function AddToSet({ text }: { text: string }) {
  const words = useWords(setsWords);
  const mayEdit = useRight("edit_knowledge");
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const close = (outcome: string) => {
    setOpen(false);
    setSaid(outcome);
    // The field or button that had the focus is gone.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!mayEdit) return null;
  return (
    <div>
      {isOpen ? (
        <AddForm text={text} onClose={close} />
      ) : (
        <Button ref={button} variant="subtle" size="compact-xs" mih={24} onClick={() => setOpen(true)}>
          {words.add}
        </Button>
      )}
      <span role="status">{said}</span>
    </div>
  );
}

function AddForm({ text, onClose }: { text: string; onClose: (outcome: string) => void }) {
  const words = useWords(setsWords);
  const [set, setSet] = useState("");
  const [right, setRight] = useState<string[]>([]);
  const { data } = useSets();
  const add = useAdd();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { set, text, right },
      { onSuccess: ({ added }) => onClose(added > 0 ? words.added(set.trim()) : words.wasThere(set.trim())) },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" my="xs">
        <Autocomplete
          label={words.name}
          description={words.nameHint}
          data={data?.sets.map(({ name }) => name) ?? []}
          value={set}
          onChange={setSet}
          maxLength={60}
          required
          withAsterisk={false}
          comboboxProps={{ withinPortal: false }}
          data-autofocus
          autoFocus
        />
        <MeaningPicker value={right} onChange={setRight} />
        <ErrorNote error={add.error} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={add.isPending}>
            {words.save}
          </Button>
          <Button size="xs" variant="default" onClick={() => onClose("")}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
