import { Button, Divider, Drawer, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AccountView, AccountWithPassword } from "../../../staff/wire";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useKept } from "../kit/kept";
import { useWords } from "../kit/language";
import { useSession } from "../kit/session";
import { kitWords } from "../kit/texts";
import { Access } from "./Access";
import { AccountFields } from "./AccountFields";
import { type AccountDraft, draftOf, isSameDraft, readAccountDraft } from "./draft";
import { OpenLogins } from "./OpenLogins";
import { accountWords } from "./texts";
import { useAdministering } from "./useAccounts";

type Given = { account: AccountView | undefined; onClose: () => void; onPassword: (told: AccountWithPassword) => void };

/** Everything that can be done with one account. */
export function AccountDrawer({ account, onClose, onPassword }: Given) {
  const words = useWords(accountWords);
  const kit = useWords(kitWords);
  const isSelf = useSession().account.id === account?.id;
  return (
    <Drawer
      opened={account !== undefined}
      onClose={onClose}
      position="right"
      size="md"
      title={account ? words.edit(account.name) : ""}
      closeButtonProps={{ "aria-label": kit.close }}
    >
      {account && (
        <Stack gap="lg" key={account.id}>
          <Changing account={account} />
          <Divider />
          {isSelf ? <Text size="sm">{words.self}</Text> : <Access account={account} onPassword={onPassword} />}
          <Divider />
          <OpenLogins id={account.id} />
        </Stack>
      )}
    </Drawer>
  );
}

function Changing({ account }: { account: AccountView }) {
  const words = useWords(accountWords);
  const client = useQueryClient();
  const known = draftOf(account);
  const [kept, keep, forget] = useKept<AccountDraft | undefined>(
    `account-${account.id}`,
    () => undefined,
    readAccountDraft,
  );
  // What nobody has touched here follows what others change.
  const draft = kept ?? known;
  const [isSaved, setSaved] = useState(false);
  const isChanged = !isSameDraft(draft, known);
  const save = useAdministering(
    ({ login: _, ...change }: AccountDraft) =>
      api.patch<{ account: AccountView }>(`accounts/${encodeURIComponent(account.id)}`, change),
    (told) => {
      client.setQueryData<{ accounts: AccountView[] }>(
        ["accounts"],
        (before) =>
          before && { accounts: before.accounts.map((one) => (one.id === told.account.id ? told.account : one)) },
      );
      forget();
      setSaved(true);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.languages.length > 0) save.mutate({ ...draft, name: draft.name.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.login}: {account.login}
        </Text>
        <AccountFields
          draft={draft}
          isNew={false}
          onChange={(next) => {
            setSaved(false);
            keep(() => next);
          }}
        />
        <ErrorNote error={save.error} />
        <Group gap="xs">
          <Button size="sm" type="submit" loading={save.isPending} disabled={!isChanged}>
            {words.save}
          </Button>
          {isChanged && (
            <Button size="sm" variant="default" onClick={forget}>
              {words.drop}
            </Button>
          )}
          <Text size="sm" role="status">
            {isSaved && !isChanged ? words.saved : ""}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
