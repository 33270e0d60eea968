import { Text, Title } from "@mantine/core";
import type { FieldMistake } from "../../../staff/wire";
import { useWords } from "../kit/language";
import { RequestFields } from "../kit/RequestFields";
import classes from "./Phone.module.css";
import { phoneWords } from "./texts";
import type { CallDesk } from "./useCall";

type Given = { desk: CallDesk; mistakes: FieldMistake[]; isMissing: boolean };

/** The caller's report or idea; it is filed together with the call. */
export function CallForm({ desk, mistakes, isMissing }: Given) {
  const { call, change } = desk;
  const words = useWords(phoneWords);
  if (!call.filing) return null;
  return (
    <section aria-labelledby="call-form" className={classes.form} data-request-form>
      <Title order={2} size="h4" mb="xs" id="call-form">
        {words.form}
      </Title>
      <RequestFields
        draft={call.request}
        language={call.language}
        onChange={(request) => change({ request })}
        mistakes={mistakes}
      />
      {isMissing && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {words.missing.service}
        </Text>
      )}
    </section>
  );
}
