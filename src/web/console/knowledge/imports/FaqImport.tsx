import { Button, FileButton, Input, Text, Title } from "@mantine/core";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useWords } from "../../kit/language";
import { type ChosenFile, FaqLook } from "./FaqLook";
import classes from "./imports.module.css";
import { MOST_BYTES, readTable } from "./readTable";
import { importsWords } from "./texts";

const accepted = ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file of questions and answers: chosen or dropped, looked at, and only then made into drafts. */
export function FaqImport() {
  const words = useWords(importsWords);
  const { file, problem, take } = useChosenFile();
  const reset = useRef<() => void>(null);
  const choose = (picked: File | null) => {
    // The same file, corrected, may be chosen again.
    reset.current?.();
    void take(picked);
  };
  return (
    <section className={classes.part} aria-labelledby="import-faq">
      <Title order={2} size="h4" id="import-faq">
        {words.faq}
      </Title>
      <Text size="sm" id="import-faq-hint">
        {words.faqHint}
      </Text>
      <DropPlace onDrop={choose}>
        <Text size="sm">{words.drop}</Text>
        <FileButton accept={accepted} onChange={choose} resetRef={reset}>
          {(props) => (
            <Button size="sm" variant="default" aria-describedby="import-faq-hint import-faq-problem" {...props}>
              {words.pick}
            </Button>
          )}
        </FileButton>
      </DropPlace>
      <Input.Error role="alert" id="import-faq-problem">
        {problem && words[problem]}
      </Input.Error>
      {file && <FaqLook key={file.id} file={file} />}
    </section>
  );
}

function useChosenFile() {
  const [file, setFile] = useState<ChosenFile>();
  const [problem, setProblem] = useState<"tooLarge" | "unreadable">();
  const take = async (picked: File | null) => {
    if (!picked) return;
    setFile(undefined);
    setProblem(picked.size > MOST_BYTES ? "tooLarge" : undefined);
    if (picked.size > MOST_BYTES) return;
    try {
      const table = await readTable(picked);
      setFile({ id: crypto.randomUUID(), name: picked.name, table });
    } catch {
      setProblem("unreadable");
    }
  };
  return { file, problem, take };
}

type DropGiven = { onDrop: (file: File | null) => void; children: ReactNode };

function DropPlace({ onDrop, children }: DropGiven) {
  const [isDropping, setDropping] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    onDrop(event.dataTransfer.files[0] ?? null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here, the button does the same
    <div
      className={classes.drop}
      data-dropping={isDropping || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
