import { Button, Tabs } from "@mantine/core";
import { lazy, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { DraftView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { ariaKeys } from "../../kit/keyNames";
import { useKeys } from "../../kit/keys";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { Guidance } from "../article/Guidance";
import { Preview } from "../article/Preview";
import { articleWords } from "../article/texts";
import { BothVersions } from "./BothVersions";
import { Content } from "./Content";
import { DraftState } from "./DraftState";
import { changedFields, sectionsIn } from "./fields";
import { MistakeSummary } from "./MistakeSummary";
import { Moved } from "./Moved";
import { mistakesByPlace, placeOf } from "./mistakes";
import { editorWords } from "./texts";
import { draftAddress } from "./useDraft";
import { type ArticleDraft as Draft, type Editing, useEditing } from "./useEditing";
import { useFinding } from "./useFinding";

const Review = lazy(async () => ({ default: (await import("../review/Review")).Review }));

type Given = { draft: Draft; put: (draft: DraftView) => void };

/** The draft of an article: written, looked at as residents see it, checked and published. */
export function ArticleDraft({ draft, put }: Given) {
  const words = useWords(editorWords);
  const editing = useEditing(draft, put);
  const { open, show } = useView(editing.flush);
  const finding = useFinding(() => show("content"));
  const mistakes = usePlaced(draft);
  // What was typed since is not what was found wrong.
  const typed = useMemo(() => changedFields(draft.article, editing.form), [draft.article, editing.form]);
  const byPlace = useMemo(
    () => mistakesByPlace(mistakes.filter(({ place }) => place && !typed.includes(place.key))),
    [mistakes, typed],
  );
  useKeys({ "mod+s": editing.save }, { scope: words.draft, describe: { "mod+s": words.keys.save } });
  return (
    <Page
      title={editing.form.title || draft.title || words.draft}
      width="wide"
      actions={<Actions editing={editing} onReview={() => show("review")} />}
    >
      <DraftState draft={draft} editing={editing} />
      <ErrorNote error={editing.error} retry={editing.save} />
      {editing.differences && (
        <BothVersions
          key={draft.version}
          differences={editing.differences}
          theirs={draft.article}
          by={draft.writtenBy?.name}
          onSettle={editing.settle}
        />
      )}
      <Moved draft={draft} isChanged={editing.isChanged} put={put} />
      <MistakeSummary mistakes={mistakes} asked={editing.asked && editing.state === "saved"} onFind={finding.find} />
      <Tabs value={open} onChange={show} keepMounted={false}>
        <Tabs.List mb="md" aria-label={words.views}>
          {views.map((view) => (
            <Tabs.Tab key={view} value={view}>
              {words[view]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="content">
          <Content editing={editing} mistakes={byPlace} finding={finding} outdated={draft.outdated} />
        </Tabs.Panel>
        <Tabs.Panel value="preview">
          <Preview
            address={draftAddress(draft.id)}
            version={draft.version}
            parts={["answer", ...sectionsIn(draft.article)]}
          />
        </Tabs.Panel>
        <Tabs.Panel value="guidance">
          <Guidance address={draftAddress(draft.id)} version={draft.version} />
        </Tabs.Panel>
        <Tabs.Panel value="review">
          <Review draft={draft} onChanged={put} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

const views = ["content", "preview", "guidance", "review"] as const;

/** The open tab lives in the address; what is typed is saved before another one shows it. */
function useView(flush: () => void) {
  const [params, setParams] = useSearchParams();
  return {
    open: views.find((view) => view === params.get("view")) ?? "content",
    show(view: string | null) {
      flush();
      setParams(view === "content" ? {} : { view: view ?? "" }, { replace: true });
    },
  };
}

const headings = { pl: articleWords.pl.parts, en: articleWords.en.parts, uk: articleWords.uk.parts };

function usePlaced({ article: { id }, documents, mistakes }: Draft) {
  return useMemo(
    () => mistakes.map((mistake) => ({ ...mistake, place: placeOf(mistake, id, documents, headings) })),
    [id, documents, mistakes],
  );
}

type ActionsGiven = { editing: Editing; onReview: () => void };

function Actions({ editing, onReview }: ActionsGiven) {
  const words = useWords(editorWords);
  return (
    <>
      <Button variant="default" onClick={onReview}>
        {words.whatChanges}
      </Button>
      {editing.mayWrite && (
        <Button aria-keyshortcuts={ariaKeys("mod+s")} onClick={editing.save}>
          {words.save}
        </Button>
      )}
    </>
  );
}
