import { Table } from "@mantine/core";
import type { FaqView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import classes from "./imports.module.css";
import { importsWords } from "./texts";

/** Every column by its heading; one without, by its number. */
export function columnNames({ headings, sample }: FaqView, unnamed: (n: number) => string): string[] {
  const columns = Math.max(headings.length, ...sample.map(({ length }) => length));
  return Array.from({ length: columns }, (_, index) => headings[index] || unnamed(index + 1));
}

/** The first rows of a file, as they were read. */
export function Sample({ view }: { view: FaqView }) {
  const words = useWords(importsWords);
  const names = columnNames(view, words.unnamed);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable with the keyboard
    <section className={classes.wide} aria-label={words.sample} tabIndex={0}>
      <Table verticalSpacing={4} captionSide="top">
        <Table.Caption>{words.sample}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {names.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of one file never change places
              <Table.Th key={index} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.sample.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one file never change places
            <Table.Tr key={line}>
              {names.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of one file never change places
                <Table.Td key={index}>{row[index] ?? ""}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
