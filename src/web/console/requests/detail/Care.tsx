import { Button, Group, Select, TextInput } from "@mantine/core";
import { AlarmClock, UserRound } from "lucide-react";
import { useState } from "react";
import type { RequestView } from "../../../../staff/wire";
import { fromField, toField } from "../../conversation/dialogs/snoozeTimes";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight, useSession } from "../../kit/session";
import { useTime } from "../../kit/time";
import { useChange, useChoices } from "../useRequests";
import classes from "./detail.module.css";
import { Facts, Section } from "./Section";
import { detailWords } from "./texts";

/** Who sees to it here, and until when. */
export function Care({ view }: { view: RequestView }) {
  const words = useWords(detailWords);
  const time = useTime();
  const mayWork = useRight("work_desk");
  const { assignedTo, dueAt, overdue } = view;
  return (
    <Section title={words.care}>
      {mayWork ? (
        <>
          <Assigned view={view} />
          <Due key={dueAt ?? ""} view={view} />
        </>
      ) : (
        <Facts
          facts={[
            [words.assigned, assignedTo?.name ?? words.nobody],
            [words.due, dueAt && time.moment(dueAt)],
          ]}
        />
      )}
      {overdue && (
        <p className={classes.overdue}>
          <AlarmClock size={14} aria-hidden /> {words.overdue}
        </p>
      )}
    </Section>
  );
}

function Assigned({ view: { id, assignedTo } }: { view: RequestView }) {
  const words = useWords(detailWords);
  const { account } = useSession();
  const { data: choices } = useChoices();
  const change = useChange(id);
  const people = choices?.people ?? [];
  const all = assignedTo && !people.some((one) => one.id === assignedTo.id) ? [assignedTo, ...people] : people;
  return (
    <>
      <Group gap="xs" align="end" wrap="nowrap">
        <Select
          label={words.assigned}
          placeholder={words.nobody}
          data={all.map((one) => ({ value: one.id, label: one.name }))}
          value={assignedTo?.id ?? null}
          onChange={(assigned) => change.mutate({ assignedTo: assigned })}
          disabled={change.isPending}
          searchable
          clearable
          clearButtonProps={{ "aria-label": words.nobody }}
          flex={1}
        />
        {assignedTo?.id !== account.id && (
          <Button
            size="sm"
            variant="default"
            leftSection={<UserRound size={14} aria-hidden />}
            loading={change.isPending}
            onClick={() => change.mutate({ assignedTo: account.id })}
          >
            {words.takeIt}
          </Button>
        )}
      </Group>
      <ErrorNote error={change.error} />
    </>
  );
}

function Due({ view: { id, dueAt } }: { view: RequestView }) {
  const words = useWords(detailWords);
  const kept = dueAt ? toField(new Date(dueAt)) : "";
  const [typed, setTyped] = useState(kept);
  const change = useChange(id);
  const save = () => change.mutate({ dueAt: fromField(typed)?.toISOString() ?? null });
  return (
    <>
      <Group gap="xs" align="end" wrap="nowrap" mt="xs">
        <TextInput
          type="datetime-local"
          label={words.due}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          flex={1}
        />
        {typed !== kept && (
          <Button size="sm" variant="default" loading={change.isPending} onClick={save}>
            {words.save}
          </Button>
        )}
      </Group>
      <ErrorNote error={change.error} />
    </>
  );
}
