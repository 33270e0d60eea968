import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import { useWords } from "../../kit/language";
import { Rows } from "../../kit/Rows";
import { useRight } from "../../kit/session";
import { useTime } from "../../kit/time";
import { ImportSet } from "./ImportSet";
import { setsWords } from "./texts";
import { useSets } from "./useSets";

/** The sets there are, and a way to make one. */
export function SetList() {
  const words = useWords(setsWords);
  const time = useTime();
  const mayEdit = useRight("edit_knowledge");
  const { data, error, refetch } = useSets();
  return (
    <>
      <Title order={2} size="h4" mb="xs">
        {words.sets}
      </Title>
      <Rows
        label={words.sets}
        items={data?.sets}
        error={error}
        retry={() => void refetch()}
        empty={words.none}
        keyOf={({ name }) => name}
      >
        {({ name, texts, changedAt }) => (
          <>
            <Anchor component={Link} to={`?set=${encodeURIComponent(name)}`}>
              {name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {words.texts(texts)} · {words.changed(time.moment(changedAt))}
            </Text>
          </>
        )}
      </Rows>
      {mayEdit && <ImportSet names={data?.sets.map(({ name }) => name) ?? []} />}
    </>
  );
}
