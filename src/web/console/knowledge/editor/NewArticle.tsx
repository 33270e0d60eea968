import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { kitWords } from "../../kit/texts";
import { editorWords } from "./texts";
import { useBeginning } from "./useDraft";

/** Begins an article nobody has written yet; its title is asked first. */
export function NewArticle() {
  const words = useWords(editorWords);
  const kit = useWords(kitWords);
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const [title, setTitle] = useState("");
  const begin = useBeginning(({ id }) => void navigate(`/knowledge/_draft/${encodeURIComponent(id)}`));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ newArticle: title.trim() });
  };
  if (!useRight("edit_knowledge")) return null;
  return (
    <>
      <Button leftSection={<Plus size={14} aria-hidden />} onClick={() => setOpened(true)}>
        {words.newArticle}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.newArticle}
        closeButtonProps={{ "aria-label": kit.close }}
      >
        <form onSubmit={submit}>
          <Stack gap="md">
            <TextInput
              label={words.newTitle}
              description={words.newTitleHint}
              value={title}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
              minLength={3}
              maxLength={200}
              required
              withAsterisk={false}
              autoComplete="off"
              data-autofocus
            />
            <ErrorNote error={begin.error} />
            <Group justify="end" gap="xs">
              <Button size="sm" variant="default" onClick={() => setOpened(false)}>
                {kit.cancel}
              </Button>
              <Button size="sm" type="submit" loading={begin.isPending}>
                {words.begin}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
