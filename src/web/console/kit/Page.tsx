import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Numbers } from "./Numbers";
import classes from "./Page.module.css";
import { useTitle } from "./title";

type Given = {
  title: string;
  /** One sentence on what the page is for. */
  intro?: string;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  width?: "narrow" | "normal" | "wide";
  children: ReactNode;
};

/** A titled page that scrolls by itself; its heading takes the focus when the page is opened. */
export function Page({ title, intro, actions, width = "normal", children }: Given) {
  useTitle(title);
  return (
    <div className={classes.page}>
      <div className={`${classes.inner} ${width === "normal" ? "" : classes[width]}`}>
        <Group justify="space-between" align="start" mb="md" gap="sm">
          <div>
            <Title order={1} size="h3" className={classes.title} tabIndex={-1} data-page-title>
              <Numbers text={title} />
            </Title>
            {intro && (
              <Text size="sm" c="dimmed">
                {intro}
              </Text>
            )}
          </div>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {children}
      </div>
    </div>
  );
}
