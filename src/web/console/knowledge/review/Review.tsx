import { Stack, Title } from "@mantine/core";
import type { DraftView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { Changes } from "../diff/Changes";
import { EffectOf } from "./EffectOf";
import { Obstacles } from "./Obstacles";
import { Steps } from "./Steps";
import { reviewWords } from "./texts";
import { useEffectOf, useStep } from "./useReview";

type Given = { draft: DraftView; onChanged: (draft: DraftView) => void };

/** A draft before it is published: what keeps it from that, what changes in texts and in answers, and the steps. */
export function Review({ draft, onChanged }: Given) {
  const words = useWords(reviewWords);
  const effect = useEffectOf(draft);
  const step = useStep(draft, onChanged, effect.run);
  const documents = draft.documents.map(({ path, base, text }) => ({ path, before: base, after: text }));
  return (
    <Stack gap="xl">
      <Obstacles draft={draft} step={step} />
      <section aria-labelledby="review-changes">
        <Title order={2} size="h5" mb="xs" id="review-changes">
          {words.changes}
        </Title>
        <Changes documents={documents} />
      </section>
      <EffectOf draft={draft} effect={effect} />
      <Steps key={draft.id} draft={draft} effect={effect} step={step} />
    </Stack>
  );
}
