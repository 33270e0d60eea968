import { Skeleton, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { Dial, isFitting, type Typed } from "./Dial";
import { RiskChart } from "./RiskChart";
import { riskWords } from "./riskTexts";
import { useRisk } from "./useSets";

/** How often the bot may be wrong, what that means, and a change of it. */
export function Risk() {
  const words = useWords(riskWords);
  const mayEdit = useRight("edit_knowledge");
  const [turned, setTurned] = useState<Typed>();
  const { data, error, refetch, isPlaceholderData } = useRisk(
    turned !== undefined && isFitting(turned) ? turned : undefined,
  );
  return (
    <>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text size="sm" mb="sm" maw={720}>
        {words.hint}
      </Text>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={320} />}
      {data?.curve.length === 0 && <Text size="sm">{words.missing}</Text>}
      {data && data.curve.length > 0 && (
        <>
          <Dial
            risk={data}
            wrong={turned ?? data.accepted.answers}
            waiting={isPlaceholderData}
            mayEdit={mayEdit}
            onTurn={setTurned}
          />
          <RiskChart risk={data} />
        </>
      )}
    </>
  );
}
