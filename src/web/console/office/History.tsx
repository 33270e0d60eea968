import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OfficeName, OfficeSettings, SettingView } from "../../../staff/wire/office";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { Rows } from "../kit/Rows";
import { useTime } from "../kit/time";
import { Difference } from "./Difference";
import classes from "./Office.module.css";
import { officeWords } from "./texts";
import type { Setting } from "./useSetting";

type Given<Name extends OfficeName> = { setting: Setting<Name>; lines: (value: OfficeSettings[Name]) => string[] };
type Version = SettingView<unknown>["history"][number];

/** Who changed it when and why; an older version comes back as a draft, to be saved as a new one. */
export function History<Name extends OfficeName>({ setting, lines }: Given<Name>) {
  const words = useWords(officeWords);
  const { saved } = setting;
  if (!saved) return null;
  return (
    <section aria-labelledby="office-history">
      <Title order={2} size="h5" mt="xl" mb="xs" id="office-history">
        {words.history}
      </Title>
      <Rows
        label={words.history}
        items={saved.history}
        empty={words.noHistory}
        keyOf={({ version }) => String(version)}
      >
        {(version) => <Line version={version} {...{ setting, lines }} />}
      </Rows>
    </section>
  );
}

function Line<Name extends OfficeName>({
  version: { version, at, by, why },
  ...given
}: Given<Name> & { version: Version }) {
  const words = useWords(officeWords);
  const time = useTime();
  const { setting } = given;
  const [isOpen, setOpen] = useState(false);
  const isNewest = version === setting.saved?.version;
  const restore = useMutation({
    mutationFn: () => readVersion(setting.name, version),
    onSuccess: ({ value }) => setting.change(value, words.restored(version)),
  });
  return (
    <Stack gap="xs">
      <div className={classes.entry}>
        <div>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {why}
            </Text>
            {isNewest && (
              <Badge variant="light" size="sm" tt="none">
                {words.now}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {words.version(version)} · {by} · <time dateTime={at}>{time.moment(at)}</time>
          </Text>
        </div>
        {!isNewest && (
          <Group gap="xs">
            <Button
              variant="default"
              aria-label={words.lookAt(version)}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {words.look}
            </Button>
            <Button
              variant="default"
              aria-label={words.restoreOf(version)}
              loading={restore.isPending}
              onClick={() => restore.mutate()}
            >
              {words.restore}
            </Button>
          </Group>
        )}
      </div>
      <ErrorNote error={restore.error} />
      {isOpen && <Then version={version} {...given} />}
    </Stack>
  );
}

function Then<Name extends OfficeName>({ version, setting, lines }: Given<Name> & { version: number }) {
  const words = useWords(officeWords);
  const { data, error } = useQuery({
    queryKey: ["office", setting.name, version],
    queryFn: () => readVersion(setting.name, version),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ErrorNote error={error} />;
  if (!data || !setting.saved) return null;
  return (
    <Difference
      left={{ label: words.wasThen, lines: lines(data.value) }}
      right={{ label: words.isNow, lines: lines(setting.saved.value) }}
    />
  );
}

const readVersion = <Name extends OfficeName>(name: Name, version: number) =>
  api.get<{ value: OfficeSettings[Name] }>(`office/${name}/versions/${version}`);
