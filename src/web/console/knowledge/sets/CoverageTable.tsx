import { Anchor, Badge, Table, Text } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { percent } from "../../conversation/thread/Meanings";
import { useWords } from "../../kit/language";
import { type Column, type CoverageRow, columns, type Group, type Order, sorted } from "./coverageRows";
import { coverageWords } from "./coverageTexts";
import classes from "./sets.module.css";

type Given = { group: Group; rows: CoverageRow[] };

/** One line each, in any order; the questions as bars, too. */
export function CoverageTable({ group, rows }: Given) {
  const words = useWords(coverageWords);
  const [order, setOrder] = useState<Order>({ by: "asked", down: true });
  const most = Math.max(1, ...rows.map(({ counts }) => counts.asked ?? 0));
  const shown: Column[] = [...columns[group]];
  const head = { order, onOrder: setOrder };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard
    <section className={classes.wide} aria-label={words.title} tabIndex={0}>
      <Text size="sm" c="dimmed" role="status">
        {rows.length > 0 ? words.shown(rows.length) : words.none}
      </Text>
      <Table verticalSpacing={4} miw={760}>
        <Table.Thead>
          <Table.Tr>
            <Heading by="name" {...head}>
              {words.name[group]}
            </Heading>
            {shown.map((column) => (
              <Heading key={column} by={column} {...head}>
                {words.columns[column]}
              </Heading>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted(rows, order).map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={400}>
                <Name row={row} />
              </Table.Th>
              {shown.map((column) => (
                <Table.Td key={column} className={classes.number ?? ""}>
                  <Count column={column} count={row.counts[column]} most={most} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

type HeadingGiven = { by: Order["by"]; order: Order; onOrder: (order: Order) => void; children: ReactNode };

/** Names begin at the front, numbers with the greatest. */
function Heading({ by, order, onOrder, children }: HeadingGiven) {
  const isHere = order.by === by;
  const Arrow = order.down ? ArrowDown : ArrowUp;
  return (
    <Table.Th scope="col" {...(isHere && { "aria-sort": order.down ? "descending" : "ascending" })}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onOrder({ by, down: isHere ? !order.down : by !== "name" })}
      >
        {children} {isHere && <Arrow size={13} aria-hidden />}
      </button>
    </Table.Th>
  );
}

function Name({ row: { name, article, isThin } }: { row: CoverageRow }) {
  const words = useWords(coverageWords);
  if (article === undefined) return name || words.noArea;
  return (
    <>
      <Anchor component={Link} to={`/knowledge/${encodeURIComponent(article)}`} size="sm">
        {name}
      </Anchor>{" "}
      {isThin && (
        <Badge variant="default" tt="none">
          {words.thin}
        </Badge>
      )}
    </>
  );
}

function Count({ column, count, most }: { column: Column; count: number | undefined; most: number }) {
  if (count === undefined) return "–";
  if (column === "answered") return percent(count);
  if (column !== "asked") return count;
  return (
    <>
      {count}
      <span className={classes.bar} style={{ width: percent(count / most) }} aria-hidden />
    </>
  );
}
