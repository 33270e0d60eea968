import { Alert, Button, Divider, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import type { LoginOptions } from "../../../staff/wire";
import { api } from "../kit/api";
import { useWords } from "../kit/language";
import { wasLoggedOut } from "../kit/session";
import { Frame } from "./Frame";
import { LoginForm } from "./LoginForm";
import { loginWords } from "./texts";

/** `wasIn`: somebody was logged in here until a moment ago. */
export function Login({ wasIn }: { wasIn: boolean }) {
  const words = useWords(loginWords);
  const options = useQuery({
    queryKey: ["login-options"],
    queryFn: () => api.get<LoginOptions>("login-options"),
    retry: 1,
  });
  const { oidc, password = true } = options.data ?? {};
  return (
    <Frame title={words.heading}>
      <Stack gap="sm">
        <Farewell wasIn={wasIn} />
        {password && <LoginForm />}
        {password && oidc && <Divider label={words.or} />}
        {oidc && (
          <Button
            component="a"
            href="/console/api/session/oidc/start"
            variant={password ? "default" : "filled"}
            size="sm"
          >
            {words.through(oidc)}
          </Button>
        )}
      </Stack>
    </Frame>
  );
}

/** Why the person is here: time ran out, they left, or the identity provider said no. */
function Farewell({ wasIn }: { wasIn: boolean }) {
  const words = useWords(loginWords);
  const code = useSearchParams()[0].get("login");
  if (code)
    return (
      <Alert role="alert" color="red" title={words.oidcFailed}>
        {oidcWords(code, words.oidc)}
      </Alert>
    );
  if (!wasIn) return null;
  return (
    <Alert role="status" color="blue" p="xs">
      {wasLoggedOut() ? words.out : words.over}
    </Alert>
  );
}

const oidcWords = (code: string, known: Record<string, string>) => known[code] ?? known.other;
