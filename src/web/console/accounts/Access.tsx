import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { AccountView, AccountWithPassword } from "../../../staff/wire";
import { api } from "../kit/api";
import { Confirm } from "../kit/Confirm";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { useTime } from "../kit/time";
import { accountWords } from "./texts";
import { useAdministering } from "./useAccounts";

type Given = { account: AccountView; onPassword: (told: AccountWithPassword) => void };
type Asked = "disable" | "reset" | "factor";

/** Password, second factor, lock, and whether one may log in at all. */
export function Access({ account, onPassword }: Given) {
  const words = useWords(accountWords);
  const time = useTime();
  const [asked, setAsked] = useState<Asked>();
  const path = `accounts/${encodeURIComponent(account.id)}`;
  const enable = useAdministering(() => api.patch(path, { disabled: false }));
  const unlock = useAdministering(() => api.post(`${path}/unlock`));
  return (
    <Stack gap="sm">
      <Title order={3} size="sm">
        {words.access}
      </Title>
      {account.lockedUntil && <Text size="sm">{words.lockedUntil(time.moment(account.lockedUntil))}</Text>}
      <Group gap="xs">
        {account.lockedUntil && (
          <Button variant="light" loading={unlock.isPending} onClick={() => unlock.mutate(undefined)}>
            {words.unlock}
          </Button>
        )}
        {!account.oidc && (
          <Button variant="default" onClick={() => setAsked("reset")}>
            {words.reset}
          </Button>
        )}
        {account.secondFactor && (
          <Button variant="default" onClick={() => setAsked("factor")}>
            {words.removeFactor}
          </Button>
        )}
        {account.disabled ? (
          <Button variant="light" loading={enable.isPending} onClick={() => enable.mutate(undefined)}>
            {words.enable}
          </Button>
        ) : (
          <Button variant="light" color="red" onClick={() => setAsked("disable")}>
            {words.disable}
          </Button>
        )}
      </Group>
      <ErrorNote error={enable.error ?? unlock.error} />
      <Asking {...{ account, path, asked, onPassword }} onClose={() => setAsked(undefined)} />
    </Stack>
  );
}

type AskingGiven = Given & { path: string; asked: Asked | undefined; onClose: () => void };

function Asking({ account, path, asked, onPassword, onClose }: AskingGiven) {
  const words = useWords(accountWords);
  const { name } = account;
  const disable = useAdministering(() => api.patch(path, { disabled: true }), onClose);
  const factor = useAdministering(() => api.post(`${path}/second-factor/remove`), onClose);
  const reset = useAdministering(
    () => api.post<AccountWithPassword>(`${path}/password`),
    (told) => {
      onClose();
      onPassword(told);
    },
  );
  const asks = [
    { kind: "disable", act: disable, title: words.disableAsk(name), text: words.disableText, confirm: words.disable },
    { kind: "reset", act: reset, title: words.resetAsk(name), text: words.resetText, confirm: words.reset },
    {
      kind: "factor",
      act: factor,
      title: words.removeFactorAsk(name),
      text: words.removeFactorText,
      confirm: words.removeFactor,
    },
  ];
  return asks.map(({ kind, act, ...said }) => (
    <Confirm
      key={kind}
      opened={asked === kind}
      {...said}
      danger={kind !== "reset"}
      pending={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate(undefined)}
      onClose={() => {
        act.reset();
        onClose();
      }}
    />
  ));
}
