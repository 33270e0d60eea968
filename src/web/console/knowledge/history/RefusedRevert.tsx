import { Alert, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { Refusal } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { MistakeList } from "../review/Obstacles";
import { historyWords } from "./texts";

/** Why a release could not be taken back, and what to do instead. */
export function RefusedRevert({ error }: { error: unknown }) {
  const words = useWords(historyWords);
  const refused = error instanceof Refusal ? error.error : undefined;
  if (refused?.code === "not_published" && refused.because === "moved")
    return (
      <Alert role="alert" color="yellow" variant="light" p="xs" mt="xs" icon={<CircleAlert size={18} aria-hidden />}>
        <Text size="sm" c="var(--mantine-color-text)">
          {words.moved(refused.paths?.join(", ") ?? "")}
        </Text>
      </Alert>
    );
  return (
    <>
      <ErrorNote error={error} />
      {refused?.code === "content_mistakes" && <MistakeList mistakes={refused.mistakes} />}
    </>
  );
}
