import { Anchor, Badge, Button, Group, SegmentedControl, Text } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, PhoneMissed } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { TaskView } from "../../../staff/wire";
import { api } from "../kit/api";
import { Contact } from "../kit/Contact";
import { ErrorNote } from "../kit/ErrorNote";
import { languages, useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { Rows } from "../kit/Rows";
import { useRight } from "../kit/session";
import { useTime } from "../kit/time";
import classes from "./Records.module.css";
import { recordWords } from "./texts";

type Shown = "open" | "done";

/** Contacts that residents left, to be called back: reached or not. */
export function Tasks() {
  const words = useWords(recordWords);
  const [shown, setShown] = useState<Shown>("open");
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["tasks", shown],
    queryFn: ({ signal }) => api.get<{ tasks: TaskView[] }>(`tasks?done=${shown === "done"}`, signal),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={words.tasks}
      intro={words.tasksIntro}
      actions={
        <SegmentedControl<Shown>
          aria-label={words.tasks}
          size="xs"
          value={shown}
          onChange={setShown}
          data={[
            { value: "open", label: words.open },
            { value: "done", label: words.done },
          ]}
        />
      }
    >
      <Rows
        label={shown === "open" ? words.open : words.done}
        items={isPlaceholderData ? undefined : data?.tasks}
        error={error}
        retry={() => void refetch()}
        empty={shown === "open" ? words.noTasks : words.noDone}
        keyOf={({ id }) => id}
      >
        {(task) => <Task task={task} />}
      </Rows>
    </Page>
  );
}

function Task({ task }: { task: TaskView }) {
  const words = useWords(recordWords);
  const time = useTime();
  return (
    <div className={classes.task}>
      <div>
        <div className={classes.contact}>
          <Contact text={task.contact} />
        </div>
        <div className={classes.quiet}>
          {words.left} {time.moment(task.createdAt)}
        </div>
      </div>
      <div>
        <Text size="sm" {...(!task.matter && { c: "dimmed" })}>
          {task.matter || words.noMatter}
        </Text>
        <Group gap="xs">
          <Badge variant="default" size="sm" tt="none">
            {languages[task.language]}
          </Badge>
          {task.conversationId && (
            <Anchor
              component={Link}
              to={`/inbox/${encodeURIComponent(task.conversationId)}`}
              size="sm"
              underline="always"
            >
              {words.openConversation}
            </Anchor>
          )}
        </Group>
      </div>
      <Result task={task} />
    </div>
  );
}

function Result({ task: { id, contact, done } }: { task: TaskView }) {
  const words = useWords(recordWords);
  const time = useTime();
  const mayWork = useRight("work_desk");
  const client = useQueryClient();
  const finish = useMutation({
    mutationFn: (result: "reached" | "not_reached") => api.post(`tasks/${encodeURIComponent(id)}/done`, { result }),
    onSettled() {
      void client.invalidateQueries({ queryKey: ["tasks"] });
      void client.invalidateQueries({ queryKey: ["queue"] });
    },
  });
  if (done) {
    const say = done.result === "reached" ? words.reachedBy : words.notReachedBy;
    return <div className={classes.quiet}>{say(done.by, time.moment(done.at))}</div>;
  }
  if (!mayWork) return null;
  return (
    <div>
      <Group gap="xs" role="group" aria-label={words.finish(contact)} wrap="nowrap">
        <Button
          variant="light"
          leftSection={<Check size={14} aria-hidden />}
          loading={finish.isPending && finish.variables === "reached"}
          onClick={() => finish.mutate("reached")}
        >
          {words.reached}
        </Button>
        <Button
          variant="default"
          leftSection={<PhoneMissed size={14} aria-hidden />}
          loading={finish.isPending && finish.variables === "not_reached"}
          onClick={() => finish.mutate("not_reached")}
        >
          {words.notReached}
        </Button>
      </Group>
      <ErrorNote error={finish.error} />
    </div>
  );
}
