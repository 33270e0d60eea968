import { Anchor, Button, Group, Text } from "@mantine/core";
import { Link } from "react-router";
import type { ReleaseView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { historyWords } from "./texts";
import { useRestore } from "./useReleases";

const both = ["before", "after"] as const;
type Given = { number: number; documents: ReleaseView["documents"] };

/** Makes a draft of a release's texts, of all its documents. */
export function Restore({ number, documents }: Given) {
  const words = useWords(historyWords);
  const restore = useRestore(number, documents);
  return (
    <fieldset aria-describedby={`restore-${number}`} style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" size="sm" fw={500} p={0}>
        {words.restore}
      </Text>
      <Text size="xs" c="dimmed" mb={4} id={`restore-${number}`}>
        {words.restoreHint}
      </Text>
      <Group gap="xs">
        {both.map((as) => (
          <Button
            key={as}
            variant="default"
            size="sm"
            loading={restore.isPending && restore.variables === as}
            onClick={() => restore.mutate(as)}
          >
            {words[as]}
          </Button>
        ))}
      </Group>
      <Failed restore={restore} />
    </fieldset>
  );
}

/** The same of one document; before the `first` release there was none. */
export function RestoreOne({ number, documents, path, first }: Given & { path: string; first: boolean }) {
  const words = useWords(historyWords);
  const one = documents.filter((document) => document.path === path);
  const restore = useRestore(number, one, path);
  return (
    <>
      {both
        .filter((as) => as === "after" || !first)
        .map((as) => (
          <Button
            key={as}
            variant="default"
            aria-label={`${as === "before" ? words.oneBefore : words.oneAfter}, ${path}`}
            loading={restore.isPending && restore.variables === as}
            onClick={() => restore.mutate(as)}
          >
            {as === "before" ? words.oneBefore : words.oneAfter}
          </Button>
        ))}
      <Failed restore={restore} />
    </>
  );
}

/** One draft about a thing at a time: that of somebody else is looked at first. */
function Failed({ restore: { error, other } }: { restore: ReturnType<typeof useRestore> }) {
  const words = useWords(historyWords);
  return (
    <>
      <ErrorNote error={error} />
      <Text size="sm" role="status">
        {other !== undefined && (
          <>
            {words.otherDraft}{" "}
            <Anchor component={Link} to={other} inherit underline="always">
              {words.toDraft}
            </Anchor>
          </>
        )}
      </Text>
    </>
  );
}
