import { Button } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "../../kit/Confirm";
import { useWords } from "../../kit/language";
import { articleWords } from "../article/texts";
import type { SectionName } from "./fields";
import { fieldWords } from "./fieldTexts";

type Given = { name: SectionName; isEmpty: boolean; onRemove: () => void };

/** Takes a part away in every language; what is written in it only when that is meant. */
export function RemoveSection({ name, isEmpty, onRemove }: Given) {
  const words = useWords(fieldWords);
  const part = useWords(articleWords).parts[name];
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        mt={4}
        variant="subtle"
        color="red"
        aria-label={words.removeSection(part)}
        onClick={() => (isEmpty ? onRemove() : setAsking(true))}
      >
        {words.remove}
      </Button>
      <Confirm
        opened={asking}
        title={words.removeSection(part)}
        text={words.removeSectionText}
        confirm={words.remove}
        danger
        onConfirm={() => {
          setAsking(false);
          onRemove();
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
