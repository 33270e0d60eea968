import { Alert, Text } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import type { Steal } from "../../../../staff/wire";
import { percent } from "../../conversation/thread/Meanings";
import { Refusal } from "../../kit/api";
import { useWords } from "../../kit/language";
import classes from "./questions.module.css";
import { questionWords } from "./texts";

/** What the wordings would be taken away from, where that is why they were refused. */
export const stealsIn = (error: unknown): Steal[] | undefined =>
  error instanceof Refusal && error.error.code === "steals" ? error.error.steals : undefined;

/** Which wording the bot takes for what now, and how surely. */
export function StealWarning({ steals }: { steals: Steal[] }) {
  const words = useWords(questionWords);
  return (
    <Alert role="alert" color="yellow" icon={<TriangleAlert size={18} aria-hidden />}>
      <Text size="sm" fw={600}>
        {words.steals}
      </Text>
      <ul className={classes.steals}>
        {steals.map(({ text, from, confidence }) => (
          <li key={`${text} ${from.intent.kind}:${from.intent.id}`}>
            {words.steal(text, from.meaning, percent(confidence))}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
