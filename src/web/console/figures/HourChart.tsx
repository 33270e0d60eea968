import { Table, Title } from "@mantine/core";
import type { DayView } from "../../../staff/wire";
import { useWords } from "../kit/language";
import classes from "./Day.module.css";
import { dayWords } from "./texts";

type Hours = DayView["byHour"];

const HEIGHT = 140;
const BAR = 22;
const STEP = 30;
/** Room for the numbers above the bars and the hours below. */
const ABOVE = 16;
const BELOW = 18;

/** Chats and calls of every hour as bars, and the same as a table. */
export function HourChart({ hours }: { hours: Hours }) {
  const words = useWords(dayWords);
  const busiest = hours.reduce((most, hour) => (hour.conversations > most.conversations ? hour : most), {
    hour: 0,
    conversations: 0,
  });
  return (
    <section className={classes.chart} aria-labelledby="by-hour">
      <Title order={3} size="h5" id="by-hour" mb={4}>
        {words.byHour}
      </Title>
      <div className={classes.legend}>
        <span data-kind="chats">{words.conversations}</span>
        <span data-kind="calls">{words.calls}</span>
      </div>
      <svg
        className={classes.bars}
        viewBox={`0 0 ${hours.length * STEP} ${ABOVE + HEIGHT + BELOW}`}
        role="img"
        aria-label={`${words.byHour}. ${words.most(busiest.hour, busiest.conversations)}`}
      >
        {hours.map((hour, index) => (
          <Bar key={hour.hour} hour={hour} x={index * STEP} most={Math.max(1, busiest.conversations)} />
        ))}
      </svg>
      <details className={classes.table}>
        <summary>{words.asTable}</summary>
        <HourTable hours={hours} />
      </details>
    </section>
  );
}

function Bar({ hour: { hour, conversations, calls }, x, most }: { hour: Hours[number]; x: number; most: number }) {
  const scaled = (n: number) => (n / most) * HEIGHT;
  const [all, phone] = [scaled(conversations), scaled(calls)];
  const top = ABOVE + HEIGHT - all;
  const left = x + (STEP - BAR) / 2;
  return (
    <>
      <rect x={left} y={top} width={BAR} height={all - phone} className={classes.chats} />
      <rect x={left} y={ABOVE + HEIGHT - phone} width={BAR} height={phone} className={classes.calls} />
      {conversations > 0 && (
        <text x={x + STEP / 2} y={top - 4} className={classes.label}>
          {conversations}
        </text>
      )}
      <text x={x + STEP / 2} y={ABOVE + HEIGHT + 14} className={classes.label}>
        {hour}
      </text>
    </>
  );
}

function HourTable({ hours }: { hours: Hours }) {
  const words = useWords(dayWords);
  return (
    <Table verticalSpacing={2} w="auto">
      <Table.Thead>
        <Table.Tr>
          {[words.hour, words.conversations, words.calls, words.queued].map((head) => (
            <Table.Th key={head} scope="col">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {hours.map(({ hour, conversations, calls, queued }) => (
          <Table.Tr key={hour}>
            <Table.Th scope="row">{hour}:00</Table.Th>
            <Table.Td>{conversations - calls}</Table.Td>
            <Table.Td>{calls}</Table.Td>
            <Table.Td>{queued}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
