import { Anchor, Button, Input, Text, Title } from "@mantine/core";
import { useRef, useState } from "react";
import { Link } from "react-router";
import type { FaqSkipped, FaqView } from "../../../../staff/wire";
import { Refusal } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useFocusStays } from "../useFocusStays";
import { ColumnChoice } from "./ColumnChoice";
import classes from "./imports.module.css";
import { Sample } from "./Sample";
import { importsWords } from "./texts";
import { type Columns, type FaqTable, type Told, useFaqImport, useLook } from "./useImports";

/** A new `id` every time one is chosen. */
export type ChosenFile = { id: string; name: string; table: FaqTable };

/** What a file would become, corrected where it is taken wrongly, and then made into drafts. */
export function FaqLook({ file }: { file: ChosenFile }) {
  const words = useWords(importsWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const [columns, setColumns] = useState<Columns>();
  const told: Told = { table: file.table, columns };
  const { data, error, refetch } = useLook(file.id, told);
  // What was just chosen holds already while its rows are looked at anew.
  const view = data && columns ? { ...data, columns } : data;
  const making = useFaqImport();
  useFocusStays(heading, making.isPending);
  const status = making.isPending ? words.making : making.data && words.made(making.data.drafts.length);
  return (
    <>
      <Title order={3} size="h5" mt="sm" tabIndex={-1} ref={heading}>
        {words.inFile(file.name)}
      </Title>
      <Problem error={error} retry={() => void refetch()} />
      <Text size="sm" role="status">
        {status ?? (data ? words.rows(data.rows) : !error && words.reading)}
      </Text>
      {view && !making.data && <Offered view={view} onColumns={setColumns} making={making} told={told} />}
      {making.data && (
        <>
          <Anchor component={Link} to="/knowledge/_drafts" size="sm">
            {words.toDrafts}
          </Anchor>
          <Skipped skipped={making.data.skipped} />
        </>
      )}
    </>
  );
}

type OfferedGiven = {
  view: FaqView;
  onColumns: (columns: Columns) => void;
  making: ReturnType<typeof useFaqImport>;
  told: Told;
};

function Offered({ view, onColumns, making, told }: OfferedGiven) {
  const words = useWords(importsWords);
  const { columns, rows, skipped } = view;
  const isTold = columns.question !== undefined && columns.answer !== undefined;
  const fit = rows - skipped.length;
  return (
    <>
      <ColumnChoice view={view} onChange={onColumns} />
      <Sample view={view} />
      <Skipped skipped={skipped} />
      <ErrorNote error={making.error} />
      {isTold && fit > 0 && (
        <Button
          size="sm"
          className={classes.button ?? ""}
          loading={making.isPending}
          onClick={() => making.mutate(told)}
        >
          {words.make(fit)}
        </Button>
      )}
      {fit === 0 && <Text size="sm">{words.nothingLeft}</Text>}
    </>
  );
}

function Skipped({ skipped }: { skipped: FaqSkipped[] }) {
  const words = useWords(importsWords);
  if (skipped.length === 0) return null;
  return (
    <>
      <Text size="sm">{words.skippedRows(skipped.length)}</Text>
      <ul className={classes.skipped}>
        {skipped.map(({ line, because }) => (
          <li key={line}>{words.line(line, words.because[because])}</li>
        ))}
      </ul>
    </>
  );
}

/** What is wrong with the file is told in its own words. */
function Problem({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useWords(importsWords);
  const code = error instanceof Refusal ? error.error.code : undefined;
  if (code !== "too_many" && code !== "wrong_body") return <ErrorNote error={error} retry={retry} />;
  return <Input.Error role="alert">{code === "too_many" ? words.tooMany : words.unreadable}</Input.Error>;
}
