import { Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { PeopleView } from "../../../staff/wire";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { useLiveEvents } from "../kit/live";
import { Measure, Measures } from "../kit/Measure";
import { Page } from "../kit/Page";
import { Rows } from "../kit/Rows";
import { useSeconds } from "../kit/seconds";
import { useNow, useTime } from "../kit/time";
import { Colleague } from "./Colleague";
import classes from "./People.module.css";
import { peopleWords } from "./texts";

/** A resident should not wait longer. */
const LONG_MS = 10 * 60_000;

/** Queue and people at this moment; conversations can be read along and given to others. */
export function People() {
  const words = useWords(peopleWords);
  const client = useQueryClient();
  useLiveEvents(({ kind }) => {
    if (kind === "queue") void client.invalidateQueries({ queryKey: ["people"] });
  });
  const { data, error, refetch } = useQuery({
    queryKey: ["people"],
    queryFn: ({ signal }) => api.get<PeopleView>("people", signal),
    refetchInterval: 10_000,
  });
  const here = data?.people.filter(isHere).sort(byDuty);
  const away = data?.people.filter((one) => !isHere(one)) ?? [];
  return (
    <Page title={words.title} intro={words.intro}>
      {data && <Queue view={data} />}
      <Title order={2} size="h5" mb="xs">
        {words.atDesk}
      </Title>
      <Rows
        label={words.atDesk}
        items={here}
        error={error}
        retry={() => void refetch()}
        empty={words.none}
        keyOf={({ id }) => id}
      >
        {(person) => <Colleague person={person} others={(data?.people ?? []).filter(({ id }) => id !== person.id)} />}
      </Rows>
      {away.length > 0 && (
        <details className={classes.away}>
          <summary>{words.away(away.length)}</summary>
          <Text size="sm">{away.map(({ name }) => name).join(", ")}</Text>
        </details>
      )}
      {data && error && <ErrorNote error={error} />}
    </Page>
  );
}

type Person = PeopleView["people"][number];
/** Somebody who left with open conversations still has to be seen to. */
const isHere = ({ present, conversations }: Person) => present || conversations.length > 0;
const duty = ({ present, available }: Person) => (present ? (available ? 0 : 1) : 2);
const byDuty = (a: Person, b: Person) => duty(a) - duty(b) || a.name.localeCompare(b.name, "pl");

function Queue({ view }: { view: PeopleView }) {
  const words = useWords(peopleWords);
  const time = useTime();
  const now = useNow(5_000);
  const { longestWaitSince, wait, people } = view;
  const seconds = useSeconds();
  const present = people.filter((one) => one.present);
  return (
    <Measures>
      <Measure label={words.waiting} value={view.waiting} />
      <Measure
        label={words.longest}
        value={longestWaitSince ? time.duration(longestWaitSince, now) : words.nobodyWaits}
        warn={longestWaitSince !== undefined && now - Date.parse(longestWaitSince) > LONG_MS}
      />
      <Measure
        label={words.wait}
        value={wait.median === undefined ? "–" : seconds(wait.median)}
        note={wait.p90 === undefined ? words.unknown : words.spread(seconds(wait.p90))}
      />
      <Measure label={words.snoozed} value={view.snoozed} />
      <Measure
        label={words.atDesk}
        value={present.length}
        note={words.of(present.filter(({ available }) => available).length, present.length)}
      />
    </Measures>
  );
}
