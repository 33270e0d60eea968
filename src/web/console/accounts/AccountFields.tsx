import { Chip, Group, Input, MultiSelect, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { languages, useWords } from "../kit/language";
import { roleWords } from "../kit/roles";
import { type AccountDraft, among, roles, spoken } from "./draft";
import { accountWords } from "./texts";
import { useAreas, useTeams } from "./useAccounts";

type Given = { draft: AccountDraft; onChange: (draft: AccountDraft) => void; isNew: boolean };

/** Who somebody is and what the queue may offer them. */
export function AccountFields({ draft, onChange, isNew }: Given) {
  const words = useWords(accountWords);
  const roleNames = useWords(roleWords);
  const change = (part: Partial<AccountDraft>) => onChange({ ...draft, ...part });
  return (
    <Stack gap="sm">
      {isNew && (
        <TextInput
          label={words.login}
          description={words.loginHint}
          value={draft.login}
          onChange={(event) => change({ login: event.currentTarget.value.toLowerCase() })}
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          required
          withAsterisk={false}
          data-autofocus
        />
      )}
      <TextInput
        label={words.name}
        description={words.nameHint}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoComplete="off"
        maxLength={60}
        required
        withAsterisk={false}
        data-autofocus={!isNew || undefined}
      />
      <Select
        label={words.role}
        description={words.roleHints[draft.role]}
        data={roles.map((role) => ({ value: role, label: roleNames[role] }))}
        value={draft.role}
        onChange={(role) => role && change({ role })}
        allowDeselect={false}
      />
      <Skills draft={draft} change={change} />
    </Stack>
  );
}

function Skills({ draft, change }: { draft: AccountDraft; change: (part: Partial<AccountDraft>) => void }) {
  const words = useWords(accountWords);
  const { data: areas = [] } = useAreas();
  const { data: teams = [] } = useTeams();
  return (
    <>
      <NumberInput
        label={words.capacity}
        value={draft.capacity}
        onChange={(capacity) => change({ capacity: Number(capacity) || 0 })}
        min={0}
        max={20}
        clampBehavior="strict"
        allowDecimal={false}
        w={160}
      />
      <Input.Wrapper
        label={words.languages}
        labelElement="div"
        error={draft.languages.length === 0 ? words.languagesNeeded : undefined}
      >
        <Chip.Group
          multiple
          value={draft.languages}
          onChange={(chosen) => change({ languages: among(spoken, chosen) })}
        >
          <Group gap="xs" mt={4}>
            {spoken.map((language) => (
              <Chip key={language} value={language} size="sm" variant="outline">
                {languages[language]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <MultiSelect
        label={words.areas}
        description={words.areasHint}
        data={areas.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.areas}
        onChange={(chosen) => change({ areas: chosen })}
        searchable
        clearable
      />
      <MultiSelect
        label={words.teams}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.teams}
        onChange={(chosen) => change({ teams: chosen })}
        searchable
        clearable
      />
    </>
  );
}
