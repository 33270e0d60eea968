import { Text } from "@mantine/core";
import { useWords } from "../kit/language";
import classes from "./Office.module.css";
import { officeWords } from "./texts";

type Side = { label: string; lines: string[] };

/** Two versions beside each other: what stands in only one of them. */
export function Difference({ left, right }: { left: Side; right: Side }) {
  return (
    <div className={classes.columns}>
      <OnlyIn side={left} other={right} />
      <OnlyIn side={right} other={left} />
    </div>
  );
}

function OnlyIn({ side: { label, lines }, other }: { side: Side; other: Side }) {
  const words = useWords(officeWords);
  const own = [...new Set(lines)].filter((line) => !other.lines.includes(line));
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {own.length === 0 ? (
        <Text size="sm">{words.noDifference}</Text>
      ) : (
        <ul className={classes.difference}>
          {own.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
