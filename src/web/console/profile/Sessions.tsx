import { Button, Skeleton, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OpenSessionView } from "../../../staff/wire";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { useTime } from "../kit/time";
import { deviceName } from "./deviceName";
import classes from "./Profile.module.css";
import { profileWords } from "./texts";

/** Where this person is logged in; another place can be logged out from here. */
export function Sessions() {
  const words = useWords(profileWords).sessions;
  const { data, error, refetch } = useQuery({
    queryKey: ["sessions"],
    queryFn: ({ signal }) => api.get<{ sessions: OpenSessionView[] }>("sessions", signal),
  });
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={44} />;
  return (
    <ul className={classes.sessions} aria-label={words.title}>
      {data.sessions.map((session) => (
        <One key={session.id} session={session} />
      ))}
    </ul>
  );
}

function One({ session: { id, device, createdAt, lastActiveAt, current } }: { session: OpenSessionView }) {
  const words = useWords(profileWords).sessions;
  const { moment } = useTime();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.post(`sessions/${id}/end`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["sessions"] }),
  });
  return (
    <li>
      <div>
        <Text size="sm" fw={current ? 600 : 400}>
          {deviceName(device) || words.unknown}
          {current && ` · ${words.current}`}
        </Text>
        <Text size="xs" c="dimmed">
          {words.times(moment(createdAt), moment(lastActiveAt))}
        </Text>
      </div>
      {!current && (
        <Button variant="default" size="compact-sm" loading={end.isPending} onClick={() => end.mutate()}>
          {words.end}
        </Button>
      )}
      <ErrorNote error={end.error} />
    </li>
  );
}
