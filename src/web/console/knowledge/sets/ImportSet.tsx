import { Autocomplete, Button, FileButton, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { setsWords } from "./texts";
import { useImport } from "./useSets";

/** A set out of a file or of what is pasted; what is refused stays to be corrected. */
export function ImportSet({ names }: { names: string[] }) {
  const words = useWords(setsWords);
  const [set, setSet] = useState("");
  const [text, setText] = useState("");
  const [isMissing, setMissing] = useState(false);
  const taking = useImport();
  const write = (written: string) => {
    setText(written);
    setMissing(false);
  };
  const load = async (file: File | null) => {
    if (!file) return;
    write(await file.text());
    if (set === "") setSet(file.name.replace(/\.\w+$/, ""));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === "");
    if (text.trim() === "") return;
    taking.mutate({ set, format: formatOf(text), text }, { onSuccess: () => write("") });
  };
  return (
    <form onSubmit={submit} aria-labelledby="import-set">
      <Stack gap="sm" mt="xl" maw={720}>
        <Title order={2} size="h4" id="import-set">
          {words.import}
        </Title>
        <Text size="sm">{words.importHint}</Text>
        <Autocomplete
          label={words.name}
          description={words.nameHint}
          data={names}
          value={set}
          onChange={setSet}
          maxLength={60}
          required
          withAsterisk={false}
        />
        <Textarea
          label={words.pasted}
          value={text}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          error={isMissing && words.nothing}
          autosize
          minRows={4}
          maxRows={12}
          spellCheck={false}
        />
        <ErrorNote error={taking.error} />
        <Group gap="xs">
          <Button size="sm" type="submit" loading={taking.isPending}>
            {words.take}
          </Button>
          <FileButton accept=".jsonl,.csv,text/csv,application/x-ndjson" onChange={(file) => void load(file)}>
            {(file) => (
              <Button size="sm" variant="default" {...file}>
                {words.pick}
              </Button>
            )}
          </FileButton>
        </Group>
        <Text size="sm" role="status">
          {taking.data ? words.taken(taking.data.added, taking.data.there) : ""}
        </Text>
      </Stack>
    </form>
  );
}

/** Lines of JSON begin with a brace, a table does not. */
const formatOf = (text: string) =>
  text
    .replace(/^\uFEFF/, "")
    .trimStart()
    .startsWith("{")
    ? "jsonl"
    : "csv";
