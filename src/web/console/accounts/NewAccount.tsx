import { Button, Group, Modal, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import type { AccountWithPassword } from "../../../staff/wire";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useKept } from "../kit/kept";
import { useWords } from "../kit/language";
import { kitWords } from "../kit/texts";
import { AccountFields } from "./AccountFields";
import { type AccountDraft, emptyAccount, readAccountDraft } from "./draft";
import { accountWords } from "./texts";
import { useAdministering } from "./useAccounts";

type Given = { opened: boolean; onClose: () => void; onAdded: (told: AccountWithPassword) => void };

/** Adds an account; its one-time password is told afterwards. */
export function NewAccount({ opened, onClose, onAdded }: Given) {
  const words = useWords(accountWords);
  const kit = useWords(kitWords);
  const [draft, keep, forget] = useKept("account-new", () => emptyAccount, readAccountDraft);
  const add = useAdministering(
    (account: AccountDraft) => api.post<AccountWithPassword>("accounts", account),
    (told) => {
      forget();
      onAdded(told);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.languages.length > 0) add.mutate({ ...draft, login: draft.login.trim(), name: draft.name.trim() });
  };
  const cancel = () => {
    forget();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={words.add} closeButtonProps={{ "aria-label": kit.close }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <AccountFields draft={draft} onChange={(next) => keep(() => next)} isNew />
          <ErrorNote error={add.error} />
          <Group justify="end" gap="xs">
            <Button size="sm" variant="default" onClick={cancel}>
              {words.cancel}
            </Button>
            <Button size="sm" type="submit" loading={add.isPending}>
              {words.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
