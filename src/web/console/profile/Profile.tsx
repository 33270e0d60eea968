import { Paper, SimpleGrid, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../kit/language";
import { Page } from "../kit/Page";
import { useSession } from "../kit/session";
import { Alerts } from "./Alerts";
import { Looks } from "./Looks";
import { Password } from "./Password";
import classes from "./Profile.module.css";
import { SecondFactor } from "./SecondFactor";
import { Sessions } from "./Sessions";
import { profileWords } from "./texts";

/** One's own account and how the console looks and sounds here. */
export function Profile() {
  const words = useWords(profileWords);
  const { account } = useSession();
  return (
    <Page title={words.title} intro={words.who(account.name, account.login, words.roles[account.role])}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className={classes.cards ?? ""}>
        <Card title={words.alerts.title} hint={words.alerts.hint}>
          <Alerts />
        </Card>
        <Card title={words.looks.title} hint={words.looks.hint}>
          <Looks />
        </Card>
        <Card title={words.password.title} hint={words.password.hint}>
          <Password />
        </Card>
        <Card title={words.factor.title} hint={words.factor.hint}>
          <SecondFactor />
        </Card>
      </SimpleGrid>
      <Card title={words.sessions.title} hint={words.sessions.hint}>
        <Sessions />
      </Card>
    </Page>
  );
}

function Card({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {hint}
      </Text>
      {children}
    </Paper>
  );
}
