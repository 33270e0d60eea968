import { Button, Group, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { RequestView } from "../../../../staff/wire";
import { Confirm } from "../../kit/Confirm";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { type ChangeSent, useChange } from "../useRequests";
import { ChoosePhotos } from "./ChoosePhotos";
import classes from "./detail.module.css";
import { Marked } from "./Marked";
import { moderationWords } from "./moderationTexts";
import { filesOf, isPhoto } from "./Photos";
import { Section } from "./Section";
import { covered, usePersonal } from "./usePersonal";

/** What everybody may read of it, beside the original, which stays as it is. */
export function Moderation({ view }: { view: RequestView }) {
  const words = useWords(moderationWords);
  const { id, publicText } = view;
  const [hiding, setHiding] = useState(false);
  const change = useChange(id);
  const send = (sent: ChangeSent) =>
    change.mutate(sent, {
      onSuccess() {
        setHiding(false);
        notifications.show({ message: words.saved });
      },
    });
  const stand = publicText === undefined ? words.waits : publicText === "" ? words.held : words.released;
  return (
    <Section title={words.title}>
      <Text size="sm">{view.public ? `${words.shown} ${stand}` : words.private}</Text>
      {view.public && <Editor view={view} pending={change.isPending} send={send} />}
      {!hiding && <ErrorNote error={change.error} />}
      <Group gap="xs">
        {view.public ? (
          <Button variant="subtle" color="red" onClick={() => setHiding(true)}>
            {words.hide}
          </Button>
        ) : (
          <Button variant="default" loading={change.isPending} onClick={() => send({ public: true })}>
            {words.show}
          </Button>
        )}
      </Group>
      <Confirm
        opened={hiding}
        title={words.hideAsk}
        text={words.hideText}
        confirm={words.hide}
        danger
        pending={change.isPending}
        error={change.error}
        onConfirm={() => send({ public: false })}
        onClose={() => setHiding(false)}
      />
    </Section>
  );
}

type Given = { view: RequestView; pending: boolean; send: (sent: ChangeSent) => void };

function Editor({ view, pending, send }: Given) {
  const words = useWords(moderationWords);
  const { description, personal, publicText, publicPhotos, language } = view;
  const [text, setText] = useState(publicText ?? "");
  const [photos, setPhotos] = useState(publicPhotos);
  const found = usePersonal(text);
  const pictures = filesOf(view).filter(isPhoto);
  return (
    <>
      <div className={classes.beside}>
        <div>
          <Text size="sm" fw={500}>
            {words.original}
          </Text>
          <blockquote className={classes.description} lang={language}>
            <Marked text={description} personal={personal} />
          </blockquote>
          <Button variant="subtle" size="compact-xs" onClick={() => setText(description)}>
            {words.fromOriginal}
          </Button>
        </div>
        <div>
          <Textarea
            label={words.text}
            autosize
            minRows={4}
            maxRows={14}
            maxLength={4000}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <div role="status" className={classes.quiet}>
            {text.trim() !== "" && found && words.found(found.length)}
          </div>
          {found && found.length > 0 && (
            <>
              <p className={classes.preview}>
                <Marked text={text} personal={found} />
              </p>
              <Button variant="default" size="compact-sm" onClick={() => setText(covered(text, found))}>
                {words.cover}
              </Button>
            </>
          )}
        </div>
      </div>
      <ChoosePhotos label={words.photos} id={view.id} files={pictures} chosen={photos} onChange={setPhotos} />
      <Group gap="xs">
        <Button
          loading={pending}
          disabled={text.trim() === ""}
          onClick={() => send({ publicText: text.trim(), publicPhotos: photos })}
        >
          {words.release}
        </Button>
        <Button variant="default" disabled={pending} onClick={() => send({ publicText: "", publicPhotos: photos })}>
          {words.hold}
        </Button>
      </Group>
    </>
  );
}
