import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import type { SessionView } from "../../../staff/wire";
import { api, Refusal } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { useSessionChange } from "../kit/session";
import { Locked } from "./Locked";
import { loginWords } from "./texts";

function useLogIn() {
  const { began, forget } = useSessionChange();
  const [, setQuery] = useSearchParams();
  return useMutation({
    mutationFn: (body: { login: string; password: string; code?: string }) => api.post<SessionView>("session", body),
    onSuccess(session) {
      forget();
      setQuery(
        (query) => {
          query.delete("login");
          return query;
        },
        { replace: true },
      );
      began(session);
    },
  });
}

/** Login and password; then, for whom it is asked, the code of the second factor. */
export function LoginForm() {
  const words = useWords(loginWords);
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [needsCode, setNeedsCode] = useState(false);
  const logIn = useLogIn();
  const refused = logIn.error instanceof Refusal ? logIn.error.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { login, password, ...(needsCode && { code: code.replaceAll(" ", "") }) };
    logIn.mutate(body, {
      onError(error) {
        if (!(error instanceof Refusal)) return;
        if (error.error.code === "second_factor_needed") setNeedsCode(true);
        if (error.error.code === "login_refused") setNeedsCode(false);
        setCode("");
      },
    });
  };
  const locked = refused?.code === "locked" ? refused.retryAfterSeconds : undefined;
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {needsCode ? (
          <>
            <Text size="sm">{words.codeFor(login)}</Text>
            <CodeField value={code} onChange={setCode} />
          </>
        ) : (
          <>
            <TextInput
              label={words.login}
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              withAsterisk={false}
              ref={focusOn}
            />
            <PasswordInput
              label={words.password}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ "aria-label": words.showPassword, tabIndex: 0, "aria-hidden": false }}
            />
          </>
        )}
        {locked !== undefined && <Locked key={logIn.failureCount + logIn.submittedAt} seconds={locked} />}
        {refused?.code !== "second_factor_needed" && locked === undefined && <ErrorNote error={logIn.error} />}
        <Button type="submit" size="sm" loading={logIn.isPending}>
          {words.submit}
        </Button>
        {needsCode && (
          <Button size="sm" variant="subtle" onClick={() => setNeedsCode(false)}>
            {words.otherAccount}
          </Button>
        )}
      </Stack>
    </form>
  );
}

/** Stays the same function, or every stroke would bring the focus back. */
const focusOn = (field: HTMLInputElement | null) => field?.focus();

function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const words = useWords(loginWords);
  return (
    <TextInput
      label={words.code}
      description={words.codeHint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="one-time-code"
      spellCheck={false}
      required
      withAsterisk={false}
      ref={focusOn}
    />
  );
}
