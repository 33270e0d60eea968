import { Table } from "@mantine/core";
import { useMemo } from "react";
import type { RiskPointView, RiskView } from "../../../../staff/wire";
import { useLanguage, useWords } from "../../kit/language";
import { riskWords } from "./riskTexts";
import classes from "./sets.module.css";

const [WIDTH, HEIGHT] = [600, 260];
/** Room for the numbers beside the axes. */
const [LEFT, BELOW, ABOVE] = [46, 40, 12];
const MARKS = [0, 0.25, 0.5, 0.75, 1];

/** Shares as percent, and numbers, in the reader's language. */
export function useShares() {
  const { language } = useLanguage();
  return useMemo(() => {
    const format = [0, 1].map(
      (digits) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: digits }),
    );
    const plain = new Intl.NumberFormat(language);
    return {
      share: (part: number, digits: 0 | 1 = 0) => format[digits]?.format(part) ?? "",
      number: (n: number) => plain.format(n),
    };
  }, [language]);
}

/** Wrong answers against answers, with where the bot stands and where it would; the same as a table. */
export function RiskChart({ risk }: { risk: RiskView }) {
  const words = useWords(riskWords);
  const { share } = useShares();
  const { curve, now, would } = risk;
  const top = Math.max(0.05, ...curve.map(({ wrong }) => wrong));
  const x = (answered: number) => LEFT + answered * (WIDTH - LEFT - 24);
  const y = (wrong: number) => ABOVE + (1 - wrong / top) * (HEIGHT - ABOVE - BELOW);
  const said = [`${words.chart}.`, `${words.here}: ${share(now.answered)}, ${share(now.wrong, 1)}.`];
  return (
    <>
      <svg className={classes.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said.join(" ")}>
        <path className={classes.axis} d={`M${LEFT} ${ABOVE}V${y(0)}H${x(1)}`} />
        {MARKS.map((mark) => (
          <g key={mark}>
            <text className={classes.label} x={x(mark)} y={y(0) + 16} textAnchor="middle">
              {share(mark)}
            </text>
            <text className={classes.label} x={LEFT - 6} y={y(mark * top) + 4} textAnchor="end">
              {share(mark * top, 1)}
            </text>
          </g>
        ))}
        <text className={classes.label} x={x(0.5)} y={HEIGHT - 4} textAnchor="middle">
          {words.answered}
        </text>
        <polyline
          className={classes.curve}
          points={curve.map(({ answered, wrong }) => `${x(answered)},${y(wrong)}`).join(" ")}
        />
        <circle className={classes.now} cx={x(now.answered)} cy={y(now.wrong)} r={6} />
        {would && <circle className={classes.would} cx={x(would.answered)} cy={y(would.wrong)} r={6} />}
      </svg>
      <details>
        <summary>{words.table}</summary>
        <PointTable risk={risk} />
      </details>
    </>
  );
}

function PointTable({ risk: { curve, now, would } }: { risk: RiskView }) {
  const words = useWords(riskWords);
  const { share } = useShares();
  const row = (point: RiskPointView, mark = "") => (
    <Table.Tr key={`${mark} ${point.confidence}`}>
      <Table.Th scope="row" fw={mark ? 600 : 400}>
        {share(point.confidence, 1)} {mark && `(${mark})`}
      </Table.Th>
      <Table.Td className={classes.number ?? ""}>{share(point.answered)}</Table.Td>
      <Table.Td className={classes.number ?? ""}>{share(point.wrong, 1)}</Table.Td>
    </Table.Tr>
  );
  return (
    <Table verticalSpacing={2} w="auto">
      <Table.Thead>
        <Table.Tr>
          {[words.confidence, words.answered, words.wrong].map((head) => (
            <Table.Th key={head} scope="col">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {row(now, words.here)}
        {would && row(would, words.there)}
        {curve.map((point) => row(point))}
      </Table.Tbody>
    </Table>
  );
}
