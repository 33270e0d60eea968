import { Checkbox, Group, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useSearchParams } from "react-router";
import type { DraftList, DraftRow } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { useSession } from "../../kit/session";
import { kitWords } from "../../kit/texts";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { useRowKeys } from "../../kit/useRowKeys";
import { editorWords } from "../editor/texts";
import { Rooms } from "../Rooms";
import { knowledgeWords } from "../texts";
import { DraftLine } from "./DraftLine";
import classes from "./drafts.module.css";
import { draftsWords } from "./texts";

/** Every draft there is, newest first, narrowed by its state and to one's own. */
export function Drafts() {
  const words = useWords(draftsWords);
  const { title, tabs } = useWords(knowledgeWords);
  useFocusOnHeading("drafts");
  return (
    <Page title={title} intro={words.intro} width="wide">
      <Rooms open="drafts">
        <List title={tabs.drafts} />
      </Rooms>
    </Page>
  );
}

function List({ title }: { title: string }) {
  const words = useWords(draftsWords);
  const { loading } = useWords(kitWords);
  const rows = useRef<HTMLUListElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["drafts", "list"],
    queryFn: ({ signal }) => api.get<DraftList>("drafts", signal),
  });
  const { fits, ...filter } = useDraftFilter();
  useRowKeys(rows, { title, keys: words.keys });
  const shown = data?.items.filter(fits);
  return (
    <>
      <Filters {...filter} />
      <ErrorNote error={error} retry={() => void refetch()} />
      {!data && !error && (
        <Stack gap={4} role="status" aria-label={loading}>
          {[1, 2, 3].map((n) => (
            <Skeleton key={n} height={56} />
          ))}
        </Stack>
      )}
      {data && shown && (
        <Text size="sm" c="dimmed" role="status" mb={4}>
          {shown.length > 0 ? words.found(shown.length) : data.items.length > 0 ? words.noneSuch : words.none}
        </Text>
      )}
      {shown && shown.length > 0 && (
        <ul ref={rows} className={classes.rows} aria-label={words.label}>
          {shown.map((draft) => (
            <DraftLine key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
    </>
  );
}

/** The filter lives in the address, as that of the articles does. */
function useDraftFilter() {
  const { account } = useSession();
  const [params, setParams] = useSearchParams();
  const [state, mine] = [params.get("state") ?? "", params.has("mine")];
  const put = (name: "state" | "mine", value: string) =>
    setParams(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const isMine = ({ startedBy, writtenBy, owner }: DraftRow) =>
    [startedBy, writtenBy, owner].some((person) => person?.id === account.id);
  const fits = (draft: DraftRow) => (state === "" || draft.state === state) && (!mine || isMine(draft));
  return { state, mine, put, fits };
}

function Filters({ state, mine, put }: Omit<ReturnType<typeof useDraftFilter>, "fits">) {
  const words = useWords(draftsWords);
  const { states } = useWords(editorWords);
  return (
    <search aria-label={words.filters}>
      <Group gap="md" mb="sm" align="end">
        <Select
          label={words.state}
          placeholder={words.any}
          data={Object.entries(states).map(([value, label]) => ({ value, label }))}
          value={state || null}
          onChange={(value) => put("state", value ?? "")}
          clearable
          clearButtonProps={{ "aria-label": words.clear }}
        />
        <Checkbox
          label={words.mine}
          description={words.mineHint}
          checked={mine}
          onChange={({ currentTarget: { checked } }) => put("mine", checked ? "1" : "")}
        />
      </Group>
    </search>
  );
}
