import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { useTime } from "../kit/time";
import classes from "./Accounts.module.css";
import { accountWords } from "./texts";
import { useAdministering, useSessionsOf } from "./useAccounts";

/** Where the person is logged in, and ending it. */
export function OpenLogins({ id }: { id: string }) {
  const words = useWords(accountWords);
  const time = useTime();
  const { data: sessions, error, refetch } = useSessionsOf(id);
  const path = `accounts/${encodeURIComponent(id)}/sessions`;
  const end = useAdministering((session: string) => api.post(`${path}/${encodeURIComponent(session)}/end`));
  const endAll = useAdministering(() => api.post(`${path}/end`));
  return (
    <Stack gap="sm">
      <Title order={3} size="sm">
        {words.sessions}
      </Title>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!sessions && !error && <Skeleton height={40} />}
      {sessions?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noSessions}
        </Text>
      )}
      <ul className={classes.sessions}>
        {sessions?.map(({ id: session, device, lastActiveAt, current }) => {
          const name = device || words.unknownDevice;
          return (
            <li key={session}>
              <Text size="sm">
                {words.sessionsOf(current ? `${name} (${words.current})` : name, time.moment(lastActiveAt))}
              </Text>
              {!current && (
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={words.endOf(name)}
                  loading={end.isPending && end.variables === session}
                  onClick={() => end.mutate(session)}
                >
                  {words.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ErrorNote error={end.error ?? endAll.error} />
      {sessions &&
        sessions.filter(({ current }) => !current).length > 1 &&
        !sessions.some(({ current }) => current) && (
          <Group>
            <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate(undefined)}>
              {words.endAll}
            </Button>
          </Group>
        )}
    </Stack>
  );
}
