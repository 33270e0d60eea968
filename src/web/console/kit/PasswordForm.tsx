import { Button, PasswordInput, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SessionView } from "../../../staff/wire";
import { api } from "./api";
import { ErrorNote } from "./ErrorNote";
import { useWords } from "./language";
import { passwordWords } from "./passwordTexts";
import { useSessionChange } from "./session";

type Given = { login: string; oneTime?: boolean; onDone?: () => void };

/** A new password in place of the old one; all other sessions of the account end. */
export function PasswordForm({ login, oneTime = false, onDone }: Given) {
  const words = useWords(passwordWords);
  const { began } = useSessionChange();
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const [differs, setDiffers] = useState(false);
  const change = useMutation({
    mutationFn: () => api.post<SessionView>("password", { old, new: fresh }),
    onSuccess(session) {
      for (const clear of [setOld, setFresh, setAgain]) clear("");
      onDone?.();
      began(session);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(fresh !== again);
    if (fresh === again) change.mutate();
  };
  const toggle = { visibilityToggleButtonProps: { "aria-label": words.show, tabIndex: 0, "aria-hidden": false } };
  const field = { required: true, withAsterisk: false, ...toggle };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <PasswordInput
          {...field}
          label={oneTime ? words.oneTime : words.old}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
          autoComplete="current-password"
        />
        <PasswordInput
          {...field}
          label={words.fresh}
          description={words.hint}
          value={fresh}
          onChange={(event) => setFresh(event.currentTarget.value)}
          autoComplete="new-password"
        />
        <PasswordInput
          {...field}
          label={words.again}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          autoComplete="new-password"
          error={differs && words.differs}
        />
        <ErrorNote error={change.error} />
        <Button type="submit" size="sm" loading={change.isPending}>
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}
