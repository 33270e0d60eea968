import { Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { OfficeName, OfficeSettings } from "../../../staff/wire/office";
import { ErrorNote } from "../kit/ErrorNote";
import { History } from "./History";
import { SaveBar } from "./SaveBar";
import type { Choices } from "./useChoices";
import type { Setting } from "./useSetting";

type Given<Name extends OfficeName> = {
  setting: Setting<Name>;
  choices: Choices;
  /** The value as sentences, one each for what can differ. */
  lines: (value: OfficeSettings[Name]) => string[];
  children: (value: OfficeSettings[Name]) => ReactNode;
};

/** A setting with what all of them have: loading, saving with a reason, versions. */
export function SettingFrame<Name extends OfficeName>({ setting, choices, lines, children }: Given<Name>) {
  const { value } = setting;
  const isThere = value !== undefined && choices.isThere;
  return (
    <Stack gap="md">
      <ErrorNote error={setting.error} retry={setting.retry} />
      <ErrorNote error={choices.error} retry={choices.retry} />
      {!isThere && !setting.error && !choices.error && <Skeleton height={200} />}
      {isThere && (
        <>
          {children(value)}
          <SaveBar setting={setting} lines={lines} />
          <History setting={setting} lines={lines} />
        </>
      )}
    </Stack>
  );
}
