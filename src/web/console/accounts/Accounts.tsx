import { Badge, Button, Group, Text, TextInput } from "@mantine/core";
import { Plus, Search } from "lucide-react";
import { useState } from "react";
import type { AccountView, AccountWithPassword } from "../../../staff/wire";
import { fitsTyped } from "../kit/folded";
import { languages, useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { Rows } from "../kit/Rows";
import { roleWords } from "../kit/roles";
import { useSession } from "../kit/session";
import { useTime } from "../kit/time";
import { AccountDrawer } from "./AccountDrawer";
import classes from "./Accounts.module.css";
import { NewAccount } from "./NewAccount";
import { OneTimePassword } from "./OneTimePassword";
import { accountWords } from "./texts";
import { useAccounts, useTeams } from "./useAccounts";

/** Who may log in, as whom, and what the queue offers them. */
export function Accounts() {
  const words = useWords(accountWords);
  const [typed, setTyped] = useState("");
  const [openId, setOpenId] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState<AccountWithPassword>();
  const { data: accounts, error, refetch } = useAccounts();
  const found = accounts?.filter(({ name, login }) => fitsTyped(typed, `${name} ${login}`));
  const tell = (password: AccountWithPassword) => {
    setAdding(false);
    setOpenId(undefined);
    setTold(password);
  };
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        <Button size="sm" leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      <TextInput
        aria-label={words.find}
        placeholder={words.find}
        leftSection={<Search size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw={360}
        mb="sm"
      />
      <Rows
        label={words.title}
        items={found}
        error={error}
        retry={() => void refetch()}
        empty={words.none}
        keyOf={({ id }) => id}
      >
        {(account) => <Line account={account} onOpen={() => setOpenId(account.id)} />}
      </Rows>
      <AccountDrawer
        account={accounts?.find(({ id }) => id === openId)}
        onClose={() => setOpenId(undefined)}
        onPassword={tell}
      />
      <NewAccount opened={isAdding} onClose={() => setAdding(false)} onAdded={tell} />
      <OneTimePassword told={told} onClose={() => setTold(undefined)} />
    </Page>
  );
}

function Line({ account, onOpen }: { account: AccountView; onOpen: () => void }) {
  const words = useWords(accountWords);
  const roles = useWords(roleWords);
  const time = useTime();
  const { data: teams = [] } = useTeams();
  const inTeams = teams.filter(({ id }) => account.teams.includes(id)).map(({ name }) => name);
  const skills = [String(account.capacity), account.languages.map((one) => languages[one]).join(", "), ...inTeams];
  return (
    <div className={classes.account} data-disabled={account.disabled || undefined}>
      <div>
        <Text fw={600} size="sm">
          {account.name}
        </Text>
        <Text size="xs" c="dimmed">
          {account.login}
        </Text>
      </div>
      <div>
        <Text size="sm">{roles[account.role]}</Text>
        <Text size="xs" c="dimmed">
          {skills.join(" · ")}
        </Text>
      </div>
      <div>
        <Badges account={account} />
        <Text size="xs" c="dimmed">
          {account.lastLoginAt ? words.lastLogin(time.moment(account.lastLoginAt)) : words.neverLoggedIn}
        </Text>
      </div>
      <Button variant="default" aria-label={words.edit(account.name)} onClick={onOpen}>
        {words.editShort}
      </Button>
    </div>
  );
}

function Badges({ account }: { account: AccountView }) {
  const { badges } = useWords(accountWords);
  const isSelf = useSession().account.id === account.id;
  const shown = [
    { say: badges.self, color: "blue", when: isSelf },
    { say: badges.disabled, color: "gray", when: account.disabled },
    { say: badges.locked, color: "red", when: account.lockedUntil !== undefined },
    { say: badges.oneTime, color: "gray", when: account.mustChangePassword && !account.oidc },
    { say: badges.factor, color: "green", when: account.secondFactor },
    { say: badges.oidc, color: "blue", when: account.oidc },
  ].filter(({ when }) => when);
  return (
    <Group gap={4}>
      {shown.map(({ say, color }) => (
        <Badge key={say} variant="light" color={color} size="sm" tt="none">
          {say}
        </Badge>
      ))}
    </Group>
  );
}
