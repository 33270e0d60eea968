import { Alert, Anchor, Badge, Button, Group, NativeSelect, Tabs, Text } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { lazy, useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { DraftView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { useRight } from "../../kit/session";
import { useTime } from "../../kit/time";
import article from "../article/article.module.css";
import classes from "../editor/editor.module.css";
import { editorWords } from "../editor/texts";
import { FormView } from "./FormView";
import { MistakeList } from "./MistakeList";
import { placed } from "./placed";
import { RawText } from "./RawText";
import { documentsWords } from "./texts";

const Review = lazy(async () => ({ default: (await import("../review/Review")).Review }));

type Given = { draft: DraftView; onChanged: (draft: DraftView) => void };

const views = ["form", "text", "review"] as const;

/** A draft of dialogs, services or phrases: as a form, as text, and checked and published. */
export function DocumentsEditor({ draft, onChanged }: Given) {
  const words = useWords(documentsWords);
  const [params, setParams] = useSearchParams();
  const open = views.find((view) => view === params.get("view")) ?? "form";
  const paths = draft.documents.map(({ path }) => path);
  const path = paths.find((one) => one === params.get("document")) ?? paths[0] ?? "";
  const put = (name: string, value: string) =>
    setParams((before) => new URLSearchParams([...[...before].filter(([key]) => key !== name), [name, value]]), {
      replace: true,
    });
  const writing = useWriting(draft);
  return (
    <Page title={draft.title} width="wide">
      <State draft={draft} />
      <Unlock {...writing} />
      {paths.length > 1 && open !== "review" && (
        <NativeSelect
          label={words.which}
          data={paths}
          value={path}
          maw={480}
          mb="md"
          onChange={({ currentTarget }) => put("document", currentTarget.value)}
        />
      )}
      <Tabs value={open} onChange={(view) => put("view", view ?? "form")} keepMounted={false}>
        <Tabs.List mb="md" aria-label={words.views}>
          {views.map((view) => (
            <Tabs.Tab key={view} value={view}>
              {words[view]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="form">
          <OneDocument key={path} {...{ draft, path, onChanged }} readOnly={!writing.mayWrite} view="form" />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <OneDocument key={path} {...{ draft, path, onChanged }} readOnly={!writing.mayWrite} view="text" />
        </Tabs.Panel>
        <Tabs.Panel value="review">
          <Review draft={draft} onChanged={onChanged} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

type OneGiven = Given & { path: string; readOnly: boolean; view: "form" | "text" };

function OneDocument({ draft, path, readOnly, view, onChanged }: OneGiven) {
  const words = useWords(documentsWords);
  const { text } = draft.documents.find((document) => document.path === path) ?? {};
  if (text === null || text === undefined) return <Text>{words.removed}</Text>;
  if (view === "form" && path.endsWith(".yaml")) return <FormView {...{ draft, path, readOnly, onChanged }} />;
  return (
    <>
      {view === "form" && <Text mb="sm">{words.notForm}</Text>}
      <MistakeList mistakes={placed(draft.mistakes, path, undefined)} />
      <RawText {...{ draft, path, text, readOnly, onChanged }} />
    </>
  );
}

/** What is looked at by others is only written in again on purpose: a save puts the draft back. */
function useWriting({ state }: DraftView) {
  const mayEdit = useRight("edit_knowledge");
  const [unlocked, setUnlocked] = useState(false);
  const isOpen = state === "writing" || unlocked;
  return { state, mayEdit, mayWrite: mayEdit && isOpen, unlock: () => setUnlocked(true) };
}

function Unlock({ state, mayEdit, mayWrite, unlock }: ReturnType<typeof useWriting>) {
  const words = useWords(editorWords);
  const { unlock: goOn } = useWords(documentsWords);
  if (mayWrite) return <Text mb="xs" />;
  return (
    <Alert role="note" color="blue" variant="light" p="xs" my="xs">
      <Group justify="space-between">
        <Text size="sm" c="var(--mantine-color-text)">
          {mayEdit ? words.states[state] : words.readOnly}
        </Text>
        {mayEdit && (
          <Button size="xs" variant="default" onClick={unlock}>
            {goOn}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** Where the draft stands and who wrote in it. */
function State({ draft: { state, writtenBy, writtenAt } }: { draft: DraftView }) {
  const words = useWords(editorWords);
  const { back } = useWords(documentsWords);
  const time = useTime();
  return (
    <div className={classes.bar}>
      <Anchor component={Link} to="/knowledge/_documents" size="sm" className={article.back ?? ""}>
        <ArrowLeft size={15} aria-hidden /> {back}
      </Anchor>
      <Badge variant="light" size="sm" tt="none">
        {words.states[state]}
      </Badge>
      <span>
        {writtenBy && `${words.writtenBy(writtenBy.name)}, `}
        <time dateTime={writtenAt}>{time.moment(writtenAt)}</time>
      </span>
    </div>
  );
}
