import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { GitCompareArrows } from "lucide-react";
import type { FormEvent } from "react";
import type { OfficeName, OfficeSettings } from "../../../staff/wire/office";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { Difference } from "./Difference";
import { Mistakes } from "./Mistakes";
import { isRefusedBody, type Mistake } from "./mistakes";
import classes from "./Office.module.css";
import { officeWords } from "./texts";
import type { Setting } from "./useSetting";

type Compared<Name extends OfficeName> = { setting: Setting<Name>; lines: (value: OfficeSettings[Name]) => string[] };
type Given<Name extends OfficeName> = Compared<Name> & { mistakes: Mistake[] };

/** Saves what was changed, with a reason; it stands at the bottom of the page as long as something is unsaved. */
export function SaveBar<Name extends OfficeName>({ setting, lines, mistakes }: Given<Name>) {
  const words = useWords(officeWords);
  const { why, isChanged, isSaving, refused, stale } = setting;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setting.save();
  };
  return (
    <>
      <Text size="sm" role="status">
        {setting.isSaved ? words.saved : ""}
      </Text>
      {isChanged && (
        <form onSubmit={submit} className={classes.bar}>
          <Stack gap="sm">
            {stale && <Compare setting={setting} lines={lines} />}
            {isRefusedBody(refused) ? <Mistakes mistakes={mistakes} /> : <ErrorNote error={refused} />}
            <Group gap="sm" align="end">
              <TextInput
                label={words.why}
                description={words.whyHint}
                value={why}
                onChange={(event) => setting.explain(event.currentTarget.value)}
                maxLength={500}
                required
                withAsterisk={false}
                flex="1 1 260px"
              />
              <Button size="sm" type="submit" loading={isSaving} disabled={why.trim() === "" || stale !== undefined}>
                {words.save}
              </Button>
              <Button size="sm" variant="default" onClick={setting.drop}>
                {words.drop}
              </Button>
            </Group>
            <Text size="sm">{words.changed}</Text>
          </Stack>
        </form>
      )}
    </>
  );
}

/** Somebody was faster: both versions, and the choice. */
function Compare<Name extends OfficeName>({ setting, lines }: Compared<Name>) {
  const words = useWords(officeWords);
  const { stale, value } = setting;
  if (!stale || value === undefined) return null;
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="light"
      icon={<GitCompareArrows size={18} aria-hidden />}
      title={<Text c="var(--mantine-color-text)">{words.staleTitle(stale.by, stale.version)}</Text>}
    >
      <Stack gap="sm" c="var(--mantine-color-text)">
        <Text size="sm">{words.staleText}</Text>
        <Difference
          left={{ label: words.mine, lines: lines(value) }}
          right={{ label: words.theirs, lines: lines(stale.value) }}
        />
        <Group gap="xs">
          <Button size="sm" variant="default" onClick={setting.drop}>
            {words.takeTheirs}
          </Button>
          <Button size="sm" loading={setting.isSaving} onClick={() => setting.saveOver(stale)}>
            {words.keepMine}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
