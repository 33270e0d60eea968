import { Alert, Anchor, Badge, Text } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import article from "../article/article.module.css";
import classes from "./editor.module.css";
import { SaveMark } from "./SaveMark";
import { editorWords } from "./texts";
import type { ArticleDraft as Draft, Editing } from "./useEditing";

/** Where the draft stands, who wrote in it, and whether what is typed is safe. */
export function DraftState({ draft, editing }: { draft: Draft; editing: Editing }) {
  const words = useWords(editorWords);
  const time = useTime();
  const { state, writtenBy, writtenAt } = draft;
  return (
    <>
      <div className={classes.bar}>
        <Anchor component={Link} to={backTo(draft)} size="sm" className={article.back ?? ""}>
          <ArrowLeft size={15} aria-hidden /> {isReleased(draft) ? words.back : words.backToList}
        </Anchor>
        <Badge variant="light" size="sm" tt="none">
          {words.states[state]}
        </Badge>
        <span>
          {writtenBy && `${words.writtenBy(writtenBy.name)}, `}
          <time dateTime={writtenAt}>{time.moment(writtenAt)}</time>
        </span>
        {editing.mayWrite && <SaveMark editing={editing} />}
      </div>
      <Note>{editing.mayWrite ? state !== "writing" && words.notWriting(words.states[state]) : words.readOnly}</Note>
    </>
  );
}

function Note({ children }: { children: string | false }) {
  return children ? (
    <Alert role="note" color="blue" variant="light" p="xs" my="xs">
      <Text size="sm" c="var(--mantine-color-text)">
        {children}
      </Text>
    </Alert>
  ) : (
    <Text mb="xs" />
  );
}

/** A new article has no page of its own yet. */
const isReleased = ({ article: { id }, documents }: Draft) =>
  documents.some(({ path, base }) => path === `knowledge/${id}.md` && base !== null);
const backTo = (draft: Draft) =>
  isReleased(draft) ? `/knowledge/${encodeURIComponent(draft.article.id)}` : "/knowledge";
