import { Button, Group, Modal, NumberInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ApiKeyMade } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { kitWords } from "../../kit/texts";
import { Choice } from "../Choice";
import { useChoices } from "../useChoices";
import { apiKeyWords } from "./texts";

type Given = { opened: boolean; onClose: () => void; onMade: (made: ApiKeyMade) => void };

/** Makes a key; it is shown afterwards. */
export function NewKey({ opened, onClose, onMade }: Given) {
  const words = useWords(apiKeyWords);
  const kit = useWords(kitWords);
  return (
    <Modal opened={opened} onClose={onClose} title={words.add} closeButtonProps={{ "aria-label": kit.close }}>
      <KeyForm onClose={onClose} onMade={onMade} />
    </Modal>
  );
}

const USUAL_PER_MINUTE = 60;

function KeyForm({ onClose, onMade }: Omit<Given, "opened">) {
  const words = useWords(apiKeyWords);
  const { units } = useChoices();
  const client = useQueryClient();
  const [draft, setDraft] = useState({ name: "", unit: "", perMinute: USUAL_PER_MINUTE });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const make = useMutation({
    mutationFn: ({ name, unit, perMinute }: typeof draft) =>
      api.post<ApiKeyMade>("api-keys", { name: name.trim(), perMinute, ...(unit && { unit }) }),
    onSuccess(made) {
      void client.invalidateQueries({ queryKey: ["api-keys"] });
      onMade(made);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(draft);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={words.name}
          description={words.nameHint}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Choice
          label={words.unit}
          description={words.unitHint}
          data={units}
          value={draft.unit}
          onChange={(unit) => change({ unit })}
          none={words.noUnit}
        />
        <NumberInput
          label={words.perMinute}
          value={draft.perMinute}
          onChange={(value) => typeof value === "number" && change({ perMinute: value })}
          min={1}
          max={10_000}
          allowDecimal={false}
          clampBehavior="strict"
          hideControls
        />
        <ErrorNote error={make.error} />
        <Group justify="end" gap="xs">
          <Button size="sm" variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button size="sm" type="submit" loading={make.isPending} disabled={draft.name.trim() === ""}>
            {words.make}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
