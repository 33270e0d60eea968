import { Button, Group, Modal, MultiSelect, Stack, Text, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { TeamView } from "../../../staff/wire";
import { api } from "../kit/api";
import { Confirm } from "../kit/Confirm";
import { ErrorNote } from "../kit/ErrorNote";
import { useKept } from "../kit/kept";
import { useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { Rows } from "../kit/Rows";
import { isRecord } from "../kit/reading";
import { kitWords } from "../kit/texts";
import classes from "./Accounts.module.css";
import { accountWords } from "./texts";
import { useAccounts, useAdministering, useTeams } from "./useAccounts";

/** Groups a conversation can be passed to. */
export function Teams() {
  const words = useWords(accountWords);
  const { data: teams, error, refetch } = useTeams();
  const [edited, setEdited] = useState<TeamView | "new">();
  const [removed, setRemoved] = useState<TeamView>();
  return (
    <Page
      title={words.teamsTitle}
      intro={words.teamsIntro}
      actions={
        <Button size="sm" leftSection={<Plus size={16} aria-hidden />} onClick={() => setEdited("new")}>
          {words.addTeam}
        </Button>
      }
    >
      <Rows
        label={words.teamsTitle}
        items={teams}
        error={error}
        retry={() => void refetch()}
        empty={words.noTeams}
        keyOf={({ id }) => id}
      >
        {(team) => (
          <div className={classes.team}>
            <Text fw={600} size="sm">
              {team.name}
            </Text>
            <Text size="sm" c="dimmed">
              {team.members.map(({ name }) => name).join(", ") || words.noMembers}
            </Text>
            <Group gap="xs">
              <Button variant="default" aria-label={words.edit(team.name)} onClick={() => setEdited(team)}>
                {words.editShort}
              </Button>
              <Button
                variant="subtle"
                color="red"
                aria-label={words.removeTeamOf(team.name)}
                onClick={() => setRemoved(team)}
              >
                {words.removeTeam}
              </Button>
            </Group>
          </div>
        )}
      </Rows>
      <Editing edited={edited} onClose={() => setEdited(undefined)} />
      <Removing team={removed} onClose={() => setRemoved(undefined)} />
    </Page>
  );
}

function Editing({ edited, onClose }: { edited: TeamView | "new" | undefined; onClose: () => void }) {
  const words = useWords(accountWords);
  const kit = useWords(kitWords);
  const team = edited === "new" ? undefined : edited;
  return (
    <Modal
      opened={edited !== undefined}
      onClose={onClose}
      title={team ? words.edit(team.name) : words.addTeam}
      closeButtonProps={{ "aria-label": kit.close }}
    >
      <TeamForm key={team?.id ?? "new"} team={team} onClose={onClose} />
    </Modal>
  );
}

type TeamDraft = { name: string; members: string[] };
const readTeam = (kept: unknown): TeamDraft | undefined =>
  isRecord(kept) && typeof kept.name === "string" && Array.isArray(kept.members)
    ? { name: kept.name, members: kept.members.filter((one) => typeof one === "string") }
    : undefined;

function TeamForm({ team, onClose }: { team: TeamView | undefined; onClose: () => void }) {
  const words = useWords(accountWords);
  const { data: accounts = [] } = useAccounts();
  const known = { name: team?.name ?? "", members: team?.members.map(({ id }) => id) ?? [] };
  const [draft, keep, forgetKept] = useKept(`team-${team?.id ?? "new"}`, () => known, readTeam);
  const { name, members } = draft;
  const save = useAdministering(
    (body: TeamDraft) => (team ? api.patch(`teams/${encodeURIComponent(team.id)}`, body) : api.post("teams", body)),
    () => {
      forgetKept();
      onClose();
    },
  );
  const change = (part: Partial<TeamDraft>) => keep((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name: name.trim(), members });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={words.teamName}
          value={name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          maxLength={60}
          required
          withAsterisk={false}
          data-autofocus
        />
        <MultiSelect
          label={words.members}
          data={accounts.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))}
          value={members}
          onChange={(chosen) => change({ members: chosen })}
          searchable
          clearable
        />
        <ErrorNote error={save.error} />
        <Group justify="end" gap="xs">
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              forgetKept();
              onClose();
            }}
          >
            {words.cancel}
          </Button>
          <Button size="sm" type="submit" loading={save.isPending}>
            {team ? words.save : words.addTeam}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Removing({ team, onClose }: { team: TeamView | undefined; onClose: () => void }) {
  const words = useWords(accountWords);
  const remove = useAdministering((id: string) => api.post(`teams/${encodeURIComponent(id)}/remove`), onClose);
  return (
    <Confirm
      opened={team !== undefined}
      title={words.removeTeamAsk(team?.name ?? "")}
      text={words.removeTeamText}
      confirm={words.removeTeam}
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => team && remove.mutate(team.id)}
      onClose={() => {
        remove.reset();
        onClose();
      }}
    />
  );
}
