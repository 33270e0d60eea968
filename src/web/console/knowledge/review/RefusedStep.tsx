import { Alert, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { Refused } from "../../../../staff/wire";
import { Refusal } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { MistakeList } from "./Obstacles";
import classes from "./review.module.css";
import { reviewWords } from "./texts";

/** Why a step was not done, and what was done or is to be done about it. */
export function RefusedStep({ error }: { error: unknown }) {
  const { refused: words } = useWords(reviewWords);
  if (!(error instanceof Refusal)) return <ErrorNote error={error} />;
  const said = wordsFor(error.error, words);
  if (said === undefined)
    return (
      <>
        <ErrorNote error={error} />
        {error.error.code === "content_mistakes" && <MistakeList mistakes={error.error.mistakes} />}
      </>
    );
  return (
    <Alert role="alert" color="yellow" variant="light" p="xs" icon={<CircleAlert size={18} aria-hidden />}>
      <Text size="sm" className={classes.plain ?? ""}>
        {said}
      </Text>
    </Alert>
  );
}

type Words = (typeof reviewWords)["pl"]["refused"];

function wordsFor(refused: Refused, words: Words): string | undefined {
  if (refused.code === "draft_stale") return words.stale(refused.draft.writtenBy?.name ?? "–");
  if (refused.code !== "not_published") return undefined;
  return refused.because === "moved" ? words.moved(refused.paths?.join(", ") ?? "") : words[refused.because];
}
