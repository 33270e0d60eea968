import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { UnitWay } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import { kitWords } from "../../kit/texts";
import { DialogEnd } from "../DialogEnd";
import type { Choices } from "../useChoices";
import { wayWords } from "./texts";
import { WayFields } from "./WayFields";
import { draftOf, type Kind, mistakeIn, newWay, type WayDraft, wayOf } from "./wayDraft";

type Given = {
  unit: string | undefined;
  ways: UnitWay[];
  choices: Choices;
  onApply: (ways: UnitWay[]) => void;
  onClose: () => void;
};

const kinds: Kind[] = ["email", "webhook", "open311"];
const MOST_WAYS = 5;

/** All ways to one unit. */
export function WaysDialog({ unit, ...given }: Given) {
  const words = useWords(wayWords);
  const kit = useWords(kitWords);
  return (
    <Modal
      opened={unit !== undefined}
      onClose={given.onClose}
      title={unit === undefined ? "" : words.title(given.choices.unit(unit))}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": kit.close }}
    >
      {unit !== undefined && <WaysForm key={unit} {...given} />}
    </Modal>
  );
}

function WaysForm({ ways, choices, onApply, onClose }: Omit<Given, "unit">) {
  const words = useWords(wayWords);
  const [drafts, setDrafts] = useState<WayDraft[]>(() => ways.map(draftOf));
  const [isTried, setTried] = useState(false);
  const change = (id: number, part: Partial<WayDraft>) => {
    // A mistake that went away under the mouse would move the button it is about to press.
    setTried(false);
    setDrafts((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!drafts.some(mistakeIn)) onApply(drafts.map(wayOf));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {drafts.length === 0 && <Text size="sm">{words.none}</Text>}
        {drafts.map((way, n) => (
          <WayFields
            key={way.id}
            {...{ way, choices, isTried }}
            number={n + 1}
            onChange={(part) => change(way.id, part)}
            onRemove={() => setDrafts(drafts.filter(({ id }) => id !== way.id))}
          />
        ))}
        <Group gap="xs">
          {kinds.map((kind) => (
            <Button
              key={kind}
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              disabled={drafts.length >= MOST_WAYS}
              onClick={() => setDrafts([...drafts, newWay(kind)])}
            >
              {words.add[kind]}
            </Button>
          ))}
          {drafts.length >= MOST_WAYS && <Text size="sm">{words.mostWays}</Text>}
        </Group>
        <DialogEnd onClose={onClose} />
      </Stack>
    </form>
  );
}
