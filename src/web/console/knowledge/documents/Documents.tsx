import { Skeleton, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { DocumentList, DocumentRow } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { fitsTyped } from "../../kit/folded";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { useRight } from "../../kit/session";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { Rooms } from "../Rooms";
import classes from "./documents.module.css";
import { documentsWords } from "./texts";
import { useBeginningDocument, useDocuments } from "./useDocuments";

/** Everything editors keep beside the articles, by what it is for. */
export function Documents() {
  const words = useWords(documentsWords);
  const { data, error, refetch } = useDocuments();
  const [typed, setTyped] = useState("");
  useFocusOnHeading("documents");
  const groups = found(data, typed);
  return (
    <Page title={words.title} intro={words.intro} width="wide">
      <Rooms open="documents">
        <SearchField words={{ ...words, search: words.searchList, searchHint: "" }} value={typed} onChange={setTyped} />
        <ErrorNote error={error} retry={() => void refetch()} />
        {!data && !error && <Skeleton height={320} mt="md" />}
        {data && groups.length === 0 && (
          <Text size="sm" role="status" mt="md">
            {words.none}
          </Text>
        )}
        {groups.map((group) => (
          <Group key={group.group} {...group} />
        ))}
      </Rooms>
    </Page>
  );
}

function found(list: DocumentList | undefined, typed: string): DocumentList["groups"] {
  return (list?.groups ?? []).flatMap(({ group, documents }) => {
    const fitting = documents.filter(({ title, path }) => fitsTyped(typed, `${title} ${path}`));
    return fitting.length > 0 ? [{ group, documents: fitting }] : [];
  });
}

function Group({ group, documents }: DocumentList["groups"][number]) {
  const { groups } = useWords(documentsWords);
  const mayEdit = useRight("edit_knowledge");
  const navigate = useNavigate();
  const begin = useBeginningDocument(({ id }) => void navigate(`/knowledge/_draft/${encodeURIComponent(id)}`));
  return (
    <section aria-labelledby={`group-${group}`}>
      <Title order={2} size="h5" id={`group-${group}`} mt="lg" mb={4}>
        {groups[group]}
      </Title>
      <ErrorNote error={begin.error} />
      <ul className={classes.rows}>
        {documents.map((row) => (
          <li key={row.path}>
            {mayEdit ? <Row row={row} onOpen={() => begin.mutate(row.path)} /> : <Plain row={row} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ row, onOpen }: { row: DocumentRow; onOpen: () => void }) {
  const words = useWords(documentsWords);
  return (
    <button type="button" className={classes.row} onClick={onOpen}>
      <span>{row.title}</span>
      {row.drafts > 0 && <span className={classes.quiet}>{words.openDraft}</span>}
    </button>
  );
}

const Plain = ({ row }: { row: DocumentRow }) => <div className={classes.plain}>{row.title}</div>;
