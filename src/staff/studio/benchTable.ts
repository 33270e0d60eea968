import type { Cell, Table } from "../requests/exportTable";
import type { BenchRow } from "../wire";

const SHOWN_CANDIDATES = 3;
const titles = [
  "Pytanie (dane osobowe zakryte)",
  "Język",
  "Decyzja",
  "O czym",
  "Przedział",
  "Pewność",
  "Dlaczego",
  ...Array.from({ length: SHOWN_CANDIDATES }, (_, i) => [`Znaczenie ${i + 1}`, `Pewność ${i + 1}`]).flat(),
];

/** What was tried out, as rows. Decisions and reasons keep the names they have in records, to be counted and compared. */
export function benchTable(tried: BenchRow[]): Table {
  async function* rows(): AsyncGenerator<Cell[]> {
    for (const row of tried) yield cellsOf(row);
  }
  return { titles, rows: rows() };
}

function cellsOf({ maskedText, language, decision, about, band, candidates, because }: BenchRow): Cell[] {
  const best = Array.from({ length: SHOWN_CANDIDATES }, (_, i) => candidates[i]);
  return [
    ...[maskedText, language, decision, about.join(", "), band, rounded(candidates[0]?.confidence), because],
    ...best.flatMap((candidate) => [candidate?.meaning, rounded(candidate?.confidence)]),
  ];
}

const rounded = (share: number | undefined) => share && Math.round(share * 1000) / 1000;
