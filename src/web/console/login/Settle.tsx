import { Button, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { api } from "../kit/api";
import { useWords } from "../kit/language";
import { PasswordForm } from "../kit/PasswordForm";
import { SecondFactorSetup } from "../kit/SecondFactorSetup";
import { useSession, useSessionChange } from "../kit/session";
import { Frame } from "./Frame";
import { loginWords } from "./texts";

/** An own password after a one-time one, then the second factor where the role needs it. */
export function Settle() {
  const words = useWords(loginWords).settle;
  const { account } = useSession();
  const { refresh, ended } = useSessionChange();
  const out = useMutation({ mutationFn: () => api.post("session/end"), onSettled: ended });
  return (
    <Frame title={account.mustChangePassword ? words.password : words.factor}>
      <Stack gap="sm">
        <Text size="sm">{account.mustChangePassword ? words.passwordWhy : words.factorWhy}</Text>
        {account.mustChangePassword ? (
          <PasswordForm oneTime login={account.login} />
        ) : (
          <SecondFactorSetup onDone={() => void refresh()} />
        )}
        <Button variant="subtle" size="sm" onClick={() => out.mutate()}>
          {words.out}
        </Button>
      </Stack>
    </Frame>
  );
}
