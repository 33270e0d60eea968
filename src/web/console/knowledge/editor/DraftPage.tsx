import { Skeleton } from "@mantine/core";
import { useParams } from "react-router";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { DocumentsEditor } from "../documents/DocumentsEditor";
import { ArticleDraft } from "./ArticleDraft";
import { editorWords } from "./texts";
import { useDraft } from "./useDraft";

/** What somebody is about to change, until it is published. */
export function DraftPage() {
  const { draft: words } = useWords(editorWords);
  const { id = "" } = useParams();
  const { draft, error, retry, put } = useDraft(id);
  useFocusOnHeading(id);
  if (draft?.article) return <ArticleDraft key={draft.id} draft={{ ...draft, article: draft.article }} put={put} />;
  if (draft) return <DocumentsEditor key={draft.id} draft={draft} onChanged={put} />;
  return (
    <Page title={words} width="wide">
      <ErrorNote error={error} retry={retry} />
      {!error && <Skeleton height={320} />}
    </Page>
  );
}
