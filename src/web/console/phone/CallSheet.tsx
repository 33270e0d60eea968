import { ActionIcon, Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { Check, ClipboardPen, X } from "lucide-react";
import type { RefObject } from "react";
import type { CallOutcome } from "../../../staff/wire";
import { ariaKeys } from "../kit/keyNames";
import { type Language, languages, useWords } from "../kit/language";
import { isSame, type Missing, outcomeOf } from "./call";
import { Outcome } from "./Outcome";
import classes from "./Phone.module.css";
import { phoneWords } from "./texts";
import type { CallDesk } from "./useCall";

export type SheetFields = {
  note: RefObject<HTMLTextAreaElement | null>;
  contact: RefObject<HTMLInputElement | null>;
  outcome: RefObject<HTMLInputElement | null>;
};
type Given = {
  desk: CallDesk;
  fields: SheetFields;
  missing: Missing | undefined;
  onOutcome: (outcome: CallOutcome) => void;
  onFiling: () => void;
};

/** What is noted of the call while it is talked. */
export function CallSheet({ desk, fields, missing, onOutcome, onFiling }: Given) {
  const { call, change } = desk;
  const words = useWords(phoneWords);
  const lacks = (what: Missing) => (missing === what ? words.missing[what] : undefined);
  return (
    <Stack gap="sm">
      <CallerLanguage desk={desk} />
      <ToldList desk={desk} />
      <Textarea
        ref={fields.note}
        label={words.note}
        placeholder={words.notePlaceholder}
        value={call.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        aria-keyshortcuts={ariaKeys("alt+n")}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
      />
      <Outcome desk={desk} onChoose={onOutcome} error={lacks("outcome")} first={fields.outcome} />
      {outcomeOf(call) === "call_back" && <CallBack desk={desk} field={fields.contact} error={lacks("contact")} />}
      <Button
        variant="default"
        leftSection={<ClipboardPen size={16} aria-hidden />}
        onClick={onFiling}
        aria-expanded={call.filing}
        aria-keyshortcuts={ariaKeys("alt+z")}
      >
        {call.filing ? words.closeForm : words.openForm}
      </Button>
    </Stack>
  );
}

function CallerLanguage({ desk }: { desk: CallDesk }) {
  const words = useWords(phoneWords);
  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm" fw={500} id="caller-language">
        {words.language}
      </Text>
      <SegmentedControl<Language>
        aria-labelledby="caller-language"
        size="xs"
        value={desk.call.language}
        onChange={(language) => desk.change({ language })}
        data={(["pl", "en", "uk"] as const).map((value) => ({ value, label: languages[value] }))}
      />
    </Group>
  );
}

function ToldList({ desk }: { desk: CallDesk }) {
  const words = useWords(phoneWords);
  const { told } = desk.call;
  return (
    <section aria-labelledby="told-heading">
      <Title order={2} size="sm" fw={500} id="told-heading">
        {words.told}
      </Title>
      {told.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.toldNothing}
        </Text>
      )}
      <ul className={classes.told}>
        {told.map((one) => {
          const what = `${one.title} – ${one.heading ?? words.shortAnswer}`;
          return (
            <li key={`${one.article} ${one.section ?? ""}`}>
              <Check size={14} aria-hidden className={classes.tick} />
              <span>{what}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={words.untell(what)}
                onClick={() => desk.tell(desk.call.told.find((other) => isSame(other, one)) ?? one, false)}
              >
                <X size={14} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function CallBack({
  desk,
  field,
  error,
}: {
  desk: CallDesk;
  field: RefObject<HTMLInputElement | null>;
  error?: string | undefined;
}) {
  const words = useWords(phoneWords);
  const { callBack } = desk.call;
  return (
    <fieldset className={classes.callBack}>
      <legend>{words.callBack}</legend>
      <TextInput
        ref={field}
        label={words.contact}
        value={callBack.contact}
        error={error}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => desk.change({ callBack: { ...callBack, contact: event.currentTarget.value } })}
      />
      <TextInput
        label={words.matter}
        value={callBack.matter}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => desk.change({ callBack: { ...callBack, matter: event.currentTarget.value } })}
      />
    </fieldset>
  );
}
