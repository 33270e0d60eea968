import { Button, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { ApiKeyMade, ApiKeyView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { Confirm } from "../../kit/Confirm";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { Rows } from "../../kit/Rows";
import { useTime } from "../../kit/time";
import classes from "../Office.module.css";
import { useChoices } from "../useChoices";
import { NewKey } from "./NewKey";
import { ShownOnce } from "./ShownOnce";
import { apiKeyWords } from "./texts";

/** Partners' keys: made, shown once, ended. */
export function ApiKeys() {
  const words = useWords(apiKeyWords);
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<ApiKeyMade>();
  const [ending, setEnding] = useState<ApiKeyView>();
  const { data, error, refetch } = useQuery({
    queryKey: ["api-keys"],
    queryFn: ({ signal }) => api.get<ApiKeyView[]>("api-keys", signal),
  });
  const ended = data?.filter(({ endedAt }) => endedAt) ?? [];
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        <Button size="sm" leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      <Rows
        label={words.active}
        items={data?.filter(({ endedAt }) => !endedAt)}
        error={error}
        retry={() => void refetch()}
        empty={words.none}
        keyOf={({ id }) => id}
      >
        {(key) => (
          <div className={classes.entry}>
            <Key apiKey={key} />
            <Button variant="subtle" color="red" aria-label={words.endOf(key.name)} onClick={() => setEnding(key)}>
              {words.end}
            </Button>
          </div>
        )}
      </Rows>
      {ended.length > 0 && (
        <>
          <Title order={2} size="h5" mt="xl" mb="xs">
            {words.ended}
          </Title>
          <Rows label={words.ended} items={ended} empty="" keyOf={({ id }) => id}>
            {(key) => <Key apiKey={key} />}
          </Rows>
        </>
      )}
      <NewKey
        opened={isAdding}
        onClose={() => setAdding(false)}
        onMade={(told) => {
          setAdding(false);
          setMade(told);
        }}
      />
      <ShownOnce made={made} onClose={() => setMade(undefined)} />
      <Ending apiKey={ending} onClose={() => setEnding(undefined)} />
    </Page>
  );
}

function Key({ apiKey }: { apiKey: ApiKeyView }) {
  const words = useWords(apiKeyWords);
  const time = useTime();
  const { unit } = useChoices();
  const { endedAt, lastUsedAt } = apiKey;
  const facts = [
    ...(apiKey.unit === undefined ? [] : [unit(apiKey.unit)]),
    words.limit(apiKey.perMinute),
    words.madeBy(apiKey.createdBy, time.moment(apiKey.createdAt)),
    lastUsedAt ? words.used(time.moment(lastUsedAt)) : words.unused,
    ...(endedAt ? [words.endedAt(time.moment(endedAt))] : []),
  ];
  return (
    <div>
      <Text size="sm" fw={600}>
        {apiKey.name}
      </Text>
      <Text size="sm" c="dimmed">
        {facts.join(" · ")}
      </Text>
    </div>
  );
}

function Ending({ apiKey, onClose }: { apiKey: ApiKeyView | undefined; onClose: () => void }) {
  const words = useWords(apiKeyWords);
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => api.post(`api-keys/${encodeURIComponent(id)}/end`),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ["api-keys"] });
      onClose();
    },
  });
  return (
    <Confirm
      opened={apiKey !== undefined}
      title={words.endAsk(apiKey?.name ?? "")}
      text={words.endText}
      confirm={words.end}
      danger
      pending={end.isPending}
      error={end.error}
      onConfirm={() => apiKey && end.mutate(apiKey.id)}
      onClose={() => {
        end.reset();
        onClose();
      }}
    />
  );
}
