import { Anchor, Button, Group, Text, Title } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { Confirm } from "../../kit/Confirm";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { useFocusStays } from "../useFocusStays";
import { RunResult } from "./RunResult";
import { SetTexts } from "./SetTexts";
import { setsWords } from "./texts";
import { fileOf, useRemove, useRun, useSets } from "./useSets";

/** One set: run it, take it away as a file, look at its texts. */
export function OneSet({ set }: { set: string }) {
  const words = useWords(setsWords);
  const mayEdit = useRight("edit_knowledge");
  const heading = useRef<HTMLHeadingElement>(null);
  const run = useRun(set);
  useFocusStays(heading, run.isPending);
  // The link or button that led here is gone.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <Anchor component={Link} to="/knowledge/_sets" size="sm">
        <ArrowLeft size={15} aria-hidden /> {words.back}
      </Anchor>
      <Title order={2} size="h4" my="xs" tabIndex={-1} ref={heading}>
        {set}
      </Title>
      <Group gap="xs" mb="md">
        <Button size="sm" onClick={() => run.mutate()} loading={run.isPending}>
          {words.run}
        </Button>
        {(["jsonl", "csv"] as const).map((format) => (
          <Button key={format} size="sm" variant="default" component="a" href={fileOf(set, format)} download>
            {words.download[format]}
          </Button>
        ))}
        {mayEdit && <RemoveSet set={set} />}
      </Group>
      <ErrorNote error={run.error} />
      <Text size="sm" role="status">
        {run.isPending ? words.running : ""}
      </Text>
      {run.data && !run.isPending && <RunResult run={run.data} />}
      <SetTexts set={set} mayEdit={mayEdit} />
    </>
  );
}

function RemoveSet({ set }: { set: string }) {
  const words = useWords(setsWords);
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const { data } = useSets();
  const remove = useRemove(set);
  const size = data?.sets.find(({ name }) => name === set)?.texts ?? 0;
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setAsked(true)}>
        {words.removeSet}
      </Button>
      <Confirm
        opened={isAsked}
        title={words.removeSet}
        text={words.removeSetText(size)}
        confirm={words.removeSet}
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ isWhole: true }, { onSuccess: () => void navigate("/knowledge/_sets") })}
        onClose={() => setAsked(false)}
      />
    </>
  );
}
