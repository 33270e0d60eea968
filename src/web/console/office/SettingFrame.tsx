import { Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { OfficeName, OfficeSettings } from "../../../staff/wire/office";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { History } from "./History";
import { type Mistake, mistakesIn, type PlaceOf } from "./mistakes";
import { SaveBar } from "./SaveBar";
import { officeWords } from "./texts";
import type { Choices } from "./useChoices";
import type { Setting } from "./useSetting";

type Given<Name extends OfficeName> = {
  setting: Setting<Name>;
  choices: Choices;
  /** The value as sentences, one each for what can differ. */
  lines: (value: OfficeSettings[Name]) => string[];
  /** Where on the page a refused path of it leads. */
  placeOf: PlaceOf<OfficeSettings[Name]>;
  children: (value: OfficeSettings[Name], mistakes: Mistake[]) => ReactNode;
};

/** A setting with what all of them have: loading, saving with a reason, versions. */
export function SettingFrame<Name extends OfficeName>({ setting, choices, lines, placeOf, children }: Given<Name>) {
  const words = useWords(officeWords);
  const { value } = setting;
  const name: OfficeName = setting.name;
  const mistakes = mistakesIn<Name>(setting, placeOf, words[name]);
  const isThere = value !== undefined && choices.isThere;
  return (
    <Stack gap="md">
      <ErrorNote error={setting.error} retry={setting.retry} />
      <ErrorNote error={choices.error} retry={choices.retry} />
      {!isThere && !setting.error && !choices.error && <Skeleton height={200} />}
      {isThere && (
        <>
          {children(value, mistakes)}
          <SaveBar {...{ setting, lines, mistakes }} />
          <History setting={setting} lines={lines} />
        </>
      )}
    </Stack>
  );
}
