import { ActionIcon, Button, Group, Skeleton, Text, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { useSearchParams } from "react-router";
import type { DayView } from "../../../staff/wire";
import { api, withQuery } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { dayInKrakow, useTime } from "../kit/time";
import classes from "./Day.module.css";
import { Details } from "./Details";
import { HourChart } from "./HourChart";
import { Summary } from "./Summary";
import { dayWords } from "./texts";

/** One day in figures, to look at and to print. */
export function Day() {
  const words = useWords(dayWords);
  const time = useTime();
  const [query, setQuery] = useSearchParams();
  const today = dayInKrakow(new Date());
  const date = query.get("date") ?? today;
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["figures", date],
    queryFn: ({ signal }) => api.get<DayView>(withQuery("figures/day", { date }), signal),
    placeholderData: keepPreviousData,
    ...(date === today && { refetchInterval: 60_000 }),
  });
  const go = (day: string) => setQuery(day === today ? {} : { date: day });
  return (
    <Page title={words.title} actions={<Days {...{ date, today, go }} />}>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={320} />}
      {data && !error && (
        <div className={classes.day} aria-busy={isPlaceholderData} data-waiting={isPlaceholderData || undefined}>
          <Text component="h2" fw={600} fz="lg" mb="sm">
            {time.day(`${data.day}T12:00:00Z`)}
          </Text>
          {isEmpty(data) && <Text c="dimmed">{words.empty}</Text>}
          {!isEmpty(data) && (
            <>
              <Summary day={data} />
              <HourChart hours={data.byHour} />
              <Details day={data} />
            </>
          )}
        </div>
      )}
    </Page>
  );
}

const isEmpty = (day: DayView) => day.conversations + day.queued + day.closed.length + day.satisfaction.answers === 0;

/** The day so many days later; noon, so that no change of the clock matters. */
function later(day: string, days: number): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

function Days({ date, today, go }: { date: string; today: string; go: (day: string) => void }) {
  const words = useWords(dayWords);
  return (
    <Group gap="xs" className={classes.controls}>
      <ActionIcon variant="default" size={30} aria-label={words.previous} onClick={() => go(later(date, -1))}>
        <ChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <TextInput
        type="date"
        size="xs"
        aria-label={words.date}
        value={date}
        max={today}
        onChange={({ currentTarget: { value } }) => value && go(value)}
      />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={words.next}
        disabled={date >= today}
        onClick={() => go(later(date, 1))}
      >
        <ChevronRight size={18} aria-hidden />
      </ActionIcon>
      <Button variant="default" disabled={date === today} onClick={() => go(today)}>
        {words.today}
      </Button>
      <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
        {words.print}
      </Button>
    </Group>
  );
}
