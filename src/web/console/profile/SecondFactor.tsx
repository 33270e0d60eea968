import { Button, Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { passwordWords } from "../kit/passwordTexts";
import { SecondFactorSetup } from "../kit/SecondFactorSetup";
import { useSession, useSessionChange } from "../kit/session";
import { kitWords } from "../kit/texts";
import { profileWords } from "./texts";

/** Sets the second factor up, or takes it off with password and code. */
export function SecondFactor() {
  const words = useWords(profileWords).factor;
  const { secondFactor } = useSession().account;
  const { refresh } = useSessionChange();
  const [open, setOpen] = useState(false);
  const done = async () => {
    await refresh();
    setOpen(false);
  };
  if (open && !secondFactor) return <SecondFactorSetup onDone={() => void done()} />;
  if (open) return <Removal onDone={() => void done()} onCancel={() => setOpen(false)} />;
  const Icon = secondFactor ? ShieldCheck : ShieldAlert;
  return (
    <Group justify="space-between">
      <Group gap={6}>
        <Icon size={18} aria-hidden />
        <Text size="sm">{secondFactor ? words.on : words.off}</Text>
      </Group>
      <Button variant={secondFactor ? "default" : "filled"} size="sm" onClick={() => setOpen(true)}>
        {secondFactor ? words.remove : words.set}
      </Button>
    </Group>
  );
}

function Removal({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const words = useWords(profileWords).factor;
  const { cancel } = useWords(kitWords);
  const { old, show } = useWords(passwordWords);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const remove = useMutation({
    mutationFn: () => api.post("second-factor/remove", { password, code: code.replaceAll(" ", "") }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <PasswordInput
          label={old}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": show, tabIndex: 0, "aria-hidden": false }}
        />
        <TextInput
          label={words.code}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          required
          withAsterisk={false}
        />
        <ErrorNote error={remove.error} />
        <Group gap="xs">
          <Button type="submit" size="sm" color="red" loading={remove.isPending}>
            {words.remove}
          </Button>
          <Button variant="default" size="sm" onClick={onCancel}>
            {cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
