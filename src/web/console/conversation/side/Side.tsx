import { Tabs } from "@mantine/core";
import type { RefObject } from "react";
import { useWords } from "../../kit/language";
import { type SideTab, usePlace } from "../place";
import { Hints } from "./Hints";
import { Matter } from "./Matter";
import { Notes } from "./Notes";
import classes from "./side.module.css";
import { sideWords } from "./texts";

type SideGiven = {
  tab: SideTab;
  onTab: (tab: SideTab) => void;
  search: RefObject<HTMLInputElement | null>;
  note: RefObject<HTMLTextAreaElement | null>;
};

const isTab = (value: string | null): value is SideTab => value === "hints" || value === "matter" || value === "notes";

/** What helps to answer: ready words, the matter itself, and what colleagues noted. */
export function Side({ tab, onTab, search, note }: SideGiven) {
  const words = useWords(sideWords);
  const { view } = usePlace();
  const counted = (count: number) => (count > 0 ? <span className={classes.count}>{count}</span> : undefined);
  return (
    <Tabs
      value={tab}
      onChange={(chosen) => isTab(chosen) && onTab(chosen)}
      keepMounted={false}
      className={classes.side}
    >
      <Tabs.List aria-label={words.panel} grow>
        <Tabs.Tab value="hints">{words.hints}</Tabs.Tab>
        <Tabs.Tab value="matter" rightSection={counted(view.serviceRequests.length)}>
          {words.matter}
        </Tabs.Tab>
        <Tabs.Tab value="notes" rightSection={counted(view.notes.length)}>
          {words.notes}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="hints" className={classes.panel} tabIndex={0}>
        <Hints search={search} />
      </Tabs.Panel>
      <Tabs.Panel value="matter" className={classes.panel} tabIndex={0}>
        <Matter />
      </Tabs.Panel>
      <Tabs.Panel value="notes" className={classes.panel} tabIndex={0}>
        <Notes field={note} />
      </Tabs.Panel>
    </Tabs>
  );
}
