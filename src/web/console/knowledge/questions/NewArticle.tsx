import { Button, Group as Buttons, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import type { ActForm } from "./form";
import { questionWords } from "./texts";

const SHORTEST_TITLE = 3;

/** The ticked wordings become the first phrasings of an article that is still to be written. */
export function NewArticle({ texts, run, pending, error, onCancel }: ActForm) {
  const words = useWords(questionWords);
  const [title, setTitle] = useState("");
  const ready = texts.length > 0 && title.trim().length >= SHORTEST_TITLE;
  const begin = () => run({ act: "new_article", title: title.trim(), texts });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) begin();
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={words.articleTitle}
          value={title}
          maxLength={200}
          required
          withAsterisk={false}
          autoFocus
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        {texts.length === 0 && <Text size="sm">{words.nothingChosen}</Text>}
        <ErrorNote error={error} />
        <Buttons gap="xs">
          <Button size="sm" type="submit" disabled={!ready} loading={pending}>
            {words.begin}
          </Button>
          <Button size="sm" variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}
