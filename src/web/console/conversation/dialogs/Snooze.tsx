import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import { Ask } from "./Ask";
import type { DialogGiven } from "./Dialogs";
import classes from "./dialogs.module.css";
import { fromField, snoozeTimes, toField } from "./snoozeTimes";
import { dialogWords } from "./texts";

const OWN = "own";

export function Snooze({ onClose }: DialogGiven) {
  const words = useWords(dialogWords);
  const time = useTime();
  const { view } = usePlace();
  const [times] = useState(() => snoozeTimes(new Date()));
  const [chosen, setChosen] = useState("hour");
  const [own, setOwn] = useState(() => toField(times.tomorrow));
  const [note, setNote] = useState("");
  const snooze = useAct<{ until: string; note: string }>(view.id, "snooze");
  const until =
    chosen === "hour"
      ? times.hour
      : chosen === "tomorrow"
        ? times.tomorrow
        : chosen === "monday"
          ? times.monday
          : fromField(own);
  return (
    <Ask
      title={words.snooze}
      intro={words.snoozeIntro}
      submit={words.snoozeSubmit}
      disabled={until === undefined}
      pending={snooze.isPending}
      error={snooze.error}
      onSubmit={() => until && snooze.mutate({ until: until.toISOString(), note }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Radio.Group label={words.until} value={chosen} onChange={setChosen}>
        <div className={classes.radios}>
          <Radio value="hour" data-autofocus label={words.inAnHour(time.clock(times.hour))} />
          <Radio value="tomorrow" label={words.tomorrow(time.clock(times.tomorrow))} />
          <Radio value="monday" label={words.monday(time.day(times.monday))} />
          <Radio value={OWN} label={words.ownTime} />
        </div>
      </Radio.Group>
      {chosen === OWN && (
        <TextInput
          type="datetime-local"
          label={words.ownTime}
          description={words.ownHint}
          value={own}
          onChange={({ currentTarget }) => setOwn(currentTarget.value)}
        />
      )}
      <TextInput
        label={words.note}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </Ask>
  );
}
