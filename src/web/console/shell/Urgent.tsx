import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Siren } from "lucide-react";
import { Link } from "react-router";
import type { AlertView, QueueView, SeenView } from "../../../staff/wire";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { useQueue } from "../kit/queue";
import { useRight } from "../kit/session";
import { useNow, useTime } from "../kit/time";
import classes from "./Shell.module.css";
import { shellWords } from "./texts";

const SHOWN = 2;

/** Somebody may be in danger: above everything, on every view, until somebody has seen it. */
export function Urgent() {
  const words = useWords(shellWords).urgent;
  const alerts = useQueue().data?.alerts ?? [];
  if (alerts.length === 0) return null;
  return (
    <section aria-label={words.label} className={classes.urgent}>
      {alerts.slice(0, SHOWN).map((alert) => (
        <One key={alert.id} alert={alert} />
      ))}
      {alerts.length > SHOWN && <Text size="xs">{words.more(alerts.length - SHOWN)}</Text>}
    </section>
  );
}

function One({ alert }: { alert: AlertView }) {
  const words = useWords(shellWords).urgent;
  const { duration } = useTime();
  const now = useNow(15_000);
  const client = useQueryClient();
  const maySee = useRight("work_desk");
  const seen = useMutation({
    mutationFn: () => api.post<SeenView>(`alerts/${alert.id}/seen`),
    onSuccess() {
      client.setQueryData<QueueView>(
        ["queue"],
        (queue) => queue && { ...queue, alerts: queue.alerts.filter(({ id }) => id !== alert.id) },
      );
      void client.invalidateQueries({ queryKey: ["queue"] });
    },
  });
  return (
    <div>
      <Group gap="sm" className={classes.bar}>
        <Siren size={18} aria-hidden />
        <Text size="sm" fw={600}>
          {words[alert.reason]}
        </Text>
        <Text size="sm" className={classes.said} lang={alert.language} title={alert.text}>
          {alert.text}
        </Text>
        <Text size="xs">{words.ago(duration(alert.since, now))}</Text>
        <Button component={Link} to={`/inbox/${alert.conversationId}`} size="compact-sm" color="red">
          {words.open}
        </Button>
        {maySee && (
          <Button size="compact-sm" variant="default" loading={seen.isPending} onClick={() => seen.mutate()}>
            {words.seen}
          </Button>
        )}
      </Group>
      <ErrorNote error={seen.error} />
    </div>
  );
}
