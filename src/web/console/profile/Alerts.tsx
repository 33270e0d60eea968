import { Alert, Button, Group, Stack, Switch, Text } from "@mantine/core";
import { Volume2 } from "lucide-react";
import { useState } from "react";
import { useWords } from "../kit/language";
import { mayNotify, useNotifySetting, useSoundSetting } from "../kit/settings";
import { ring } from "../shell/bell";
import { profileWords } from "./texts";

/** How this browser calls its person. */
export function Alerts() {
  const words = useWords(profileWords).alerts;
  const [sound, setSound] = useSoundSetting();
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Switch
          label={words.sound}
          checked={sound === "on"}
          onChange={({ currentTarget }) => setSound(currentTarget.checked ? "on" : "off")}
        />
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Volume2 size={14} aria-hidden />}
          onClick={() => ring()}
        >
          {words.listen}
        </Button>
      </Group>
      <Notifications />
      <Text size="xs" c="dimmed">
        {words.when}
      </Text>
    </Stack>
  );
}

/** The browser asks only when the person wants it. */
function Notifications() {
  const words = useWords(profileWords).alerts;
  const [chosen, setChosen] = useNotifySetting();
  const [denied, setDenied] = useState(false);
  const able = "Notification" in window;
  const choose = async (on: boolean) => {
    const allowed = on && (await Notification.requestPermission()) === "granted";
    setDenied(on && !allowed);
    setChosen(allowed ? "on" : "off");
  };
  return (
    <>
      <Switch
        label={words.notify}
        description={able ? words.notifyHint : words.unable}
        disabled={!able}
        checked={chosen === "on" && mayNotify()}
        onChange={({ currentTarget }) => void choose(currentTarget.checked)}
      />
      {denied && (
        <Alert role="alert" color="orange" p="xs">
          {words.denied}
        </Alert>
      )}
    </>
  );
}
