import { Button, Group, Text, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useWords } from "../../kit/language";
import { useFocusStays } from "../useFocusStays";
import classes from "./history.module.css";
import { RefusedRevert } from "./RefusedRevert";
import { historyWords } from "./texts";
import { useRevert } from "./useReleases";

/** Takes a release back with one press; why is filled in and can be written otherwise. */
export function Revert({ number, revertedBy }: { number: number; revertedBy: number | undefined }) {
  const words = useWords(historyWords);
  const [why, setWhy] = useState<string>(words.mistake);
  const revert = useRevert(number);
  const said = useRef<HTMLParagraphElement>(null);
  useFocusStays(said, revert.isPending);
  const by = revert.data?.release.number ?? revertedBy;
  return (
    <div>
      <Text size="sm" role="status" ref={said} tabIndex={-1} className={classes.said ?? ""}>
        {by !== undefined && words.reverted(number, by)}
      </Text>
      {by === undefined && (
        <Group gap="sm" align="end">
          <TextInput
            label={words.why}
            description={words.revertHint}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
            maxLength={500}
            required
            withAsterisk={false}
            flex="0 1 420px"
          />
          <Button
            size="sm"
            disabled={why.trim() === ""}
            loading={revert.isPending}
            onClick={() => revert.mutate(why.trim())}
          >
            {words.revert}
          </Button>
        </Group>
      )}
      <RefusedRevert error={revert.error} />
    </div>
  );
}
