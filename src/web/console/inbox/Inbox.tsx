import { useDebouncedValue, useSessionStorage } from "@mantine/hooks";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { InboxView } from "../../../staff/wire";
import { Conversation } from "../conversation/Conversation";
import { useWords } from "../kit/language";
import { useTitle } from "../kit/title";
import { Filters } from "./Filters";
import classes from "./Inbox.module.css";
import { List } from "./List";
import { type Filter, tabs, useList } from "./lists";
import { Mentions } from "./Mentions";
import { NothingOpen } from "./NothingOpen";
import { SearchField } from "./SearchField";
import { Tabs } from "./Tabs";
import { inboxWords } from "./texts";

/** Everything that waits, is held, sleeps or is over, beside the conversation that is open. */
export function Inbox() {
  const words = useWords(inboxWords);
  const { id } = useParams();
  const navigate = useNavigate();
  const [view, setView] = useSessionStorage<InboxView>({
    key: "hejnal-inbox-view",
    defaultValue: "waiting",
    getInitialValueInEffect: false,
  });
  const [filter, setFilter] = useSessionStorage<Filter>({
    key: "hejnal-inbox-filter",
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 250);
  const searching = typed.trim() !== "";
  const wanted = { view: tabs.includes(view) ? view : "waiting", q: searching ? q : "", filter };
  const list = useList(wanted);
  useTitle(words.title);
  return (
    <div className={classes.inbox} data-open={id !== undefined}>
      <h1 className={classes.hidden} tabIndex={-1} data-page-title>
        {words.title}
      </h1>
      <section className={classes.column} aria-label={words.lists}>
        <div className={classes.top}>
          <div className={classes.find}>
            <SearchField value={typed} onChange={setTyped} />
            <Filters filter={filter} onChange={setFilter} />
          </div>
          {searching ? (
            <p className={classes.found} role="status">
              {q === "" || list.stale || !list.items ? words.searching : words.found(list.items.length, "more" in list)}
            </p>
          ) : (
            <Tabs view={wanted.view} onChange={setView} />
          )}
        </div>
        <Mentions />
        <List list={list} wanted={wanted} openId={id} />
      </section>
      <div className={classes.open}>
        {id === undefined ? <NothingOpen /> : <Conversation key={id} id={id} onClose={() => void navigate("/inbox")} />}
      </div>
    </div>
  );
}
