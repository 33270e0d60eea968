import { Anchor, Button, Group, Select, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import type { AuditView, Paged } from "../../../staff/wire";
import { api, withQuery } from "../kit/api";
import { useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { Rows } from "../kit/Rows";
import { useRight } from "../kit/session";
import { useTime } from "../kit/time";
import classes from "./Accounts.module.css";
import { auditWords } from "./auditTexts";
import { useAccounts, useTeams } from "./useAccounts";

const FILTERS = ["account", "act", "subject"] as const;
type Filter = (typeof FILTERS)[number];

/** The log nobody can change, narrowed by person and act. */
export function Audit() {
  const words = useWords(auditWords);
  const [query, setQuery] = useSearchParams();
  const wanted = Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? ""]));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["audit", wanted],
    queryFn: ({ pageParam, signal }) =>
      api.get<Paged<AuditView>>(withQuery("audit", { ...wanted, before: pageParam }), signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  const narrow = (name: Filter, value: string) =>
    setQuery((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  return (
    <Page title={words.title} intro={words.intro}>
      <Filters wanted={wanted} narrow={narrow} onClear={() => setQuery({})} />
      <Rows
        label={words.title}
        items={data?.pages.flatMap(({ items }) => items)}
        error={error}
        retry={() => void refetch()}
        empty={words.none}
        keyOf={({ id }) => id}
      >
        {(line) => <Line line={line} />}
      </Rows>
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.older}
        </Button>
      )}
    </Page>
  );
}

type FilterGiven = {
  wanted: Record<string, string>;
  narrow: (name: Filter, value: string) => void;
  onClear: () => void;
};

function Filters({ wanted, narrow, onClear }: FilterGiven) {
  const words = useWords(auditWords);
  const { data: accounts = [] } = useAccounts(useRight("manage_accounts"));
  return (
    <Group gap="sm" mb="md" align="end">
      <Select
        label={words.person}
        placeholder={words.anyone}
        data={accounts.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))}
        value={wanted.account || null}
        onChange={(id) => narrow("account", id ?? "")}
        searchable
        clearable
      />
      <Select
        label={words.act}
        placeholder={words.anything}
        data={Object.entries(words.acts).map(([value, label]) => ({ value, label }))}
        value={wanted.act || null}
        onChange={(act) => narrow("act", act ?? "")}
        searchable
        clearable
      />
      {wanted.subject && <Text size="sm">{words.subjectOnly}</Text>}
      {Object.values(wanted).some(Boolean) && (
        <Button variant="default" size="sm" onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </Group>
  );
}

function Line({ line: { at, by, act, subject, details } }: { line: AuditView }) {
  const words = useWords(auditWords);
  const acts: Record<string, string> = words.acts;
  const time = useTime();
  return (
    <div className={classes.line}>
      <time dateTime={at} title={time.full(at)}>
        {time.moment(at)}
      </time>
      <span>{by?.login ?? words.nobody}</span>
      <div>
        <span>{acts[act] ?? act}</span>
        {subject && <Subject subject={subject} />}
        {Object.keys(details).length > 0 && (
          <details className={classes.more}>
            <summary>{words.more}</summary>
            <pre className={classes.raw}>{sayDetails(details)}</pre>
          </details>
        )}
      </div>
    </div>
  );
}

/** Named where it has a name; the rest is in the details. */
function Subject({ subject: { kind, id } }: { subject: NonNullable<AuditView["subject"]> }) {
  const words = useWords(auditWords);
  const mayManage = useRight("manage_accounts");
  const { data: accounts = [] } = useAccounts(mayManage);
  const { data: teams = [] } = useTeams(mayManage);
  if (kind === "conversation")
    return (
      <>
        {": "}
        <Anchor component={Link} to={`/inbox/${encodeURIComponent(id)}`} inherit underline="always">
          {words.conversation}
        </Anchor>
      </>
    );
  const name = {
    account: accounts.find((one) => one.id === id)?.login,
    team: teams.find((one) => one.id === id)?.name,
  }[kind];
  return name === undefined ? null : <>: {name}</>;
}

/** One line each, as `name: value`. */
const sayDetails = (details: Record<string, unknown>): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("\n");
