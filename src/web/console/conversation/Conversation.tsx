import { Drawer, Skeleton } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { ConversationView } from "../../../staff/wire";
import { Refusal } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { usePresenceIn, useViewing } from "../kit/live";
import { useRight, useSession } from "../kit/session";
import { kitWords } from "../kit/texts";
import classes from "./Conversation.module.css";
import { Composer } from "./composer/Composer";
import { useSending } from "./composer/useSending";
import { useTyping } from "./composer/useTyping";
import { Header } from "./header/Header";
import { RefusesUs } from "./header/RefusesUs";
import { useConversationKeys } from "./keys";
import { type DialogName, type Place, PlaceProvider, type SideTab } from "./place";
import { Side } from "./side/Side";
import { conversationWords } from "./texts";
import { Thread } from "./thread/Thread";
import { useConversation } from "./useConversation";
import { useInsert } from "./useInsert";

/** Loaded while the first conversation is being read. */
const Dialogs = lazy(async () => ({ default: (await import("./dialogs/Dialogs")).Dialogs }));

type Given = { id: string; onClose: () => void };

/** One conversation: the thread, the reply, and what helps to answer beside them. */
export function Conversation({ id, onClose }: Given) {
  const words = useWords(conversationWords);
  const { data: view, error, refetch } = useConversation(id);
  if (view) return <Opened key={id} view={view} onClose={onClose} />;
  const gone = error instanceof Refusal && error.error.code === "not_found";
  return (
    <section className={classes.loading} aria-label={words.conversation}>
      {gone ? <p role="alert">{words.missing}</p> : <ErrorNote error={error} retry={() => void refetch()} />}
      {!error && [56, 40, 72, 48].map((height) => <Skeleton key={height} height={height} />)}
    </section>
  );
}

function Opened({ view, onClose }: { view: ConversationView; onClose: () => void }) {
  const { account } = useSession();
  const mayWork = useRight("work_desk");
  const words = useWords(conversationWords);
  const { close } = useWords(kitWords);
  const [dialog, setDialog] = useState<DialogName>();
  const closedAt = useRef(0);
  const closeDialog = () => {
    closedAt.current = performance.now();
    setDialog(undefined);
  };
  const seen = useRef(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const sending = useSending(view.id, seen);
  const typing = useTyping(view.id);
  const side = useSide();
  const put = useInsert(view.id, reply);
  const around = usePresenceIn(view.id);
  useViewing(view.id, typing.typing);
  const insert = (text: string) => {
    side.close();
    put(text);
  };
  const mine = mayWork && view.speaker === "consultant" && view.holder?.id === account.id;
  const place: Place = { view, mine, mayWork, ask: setDialog, insert };
  // The press that has just closed a dialog or the drawer was meant for these.
  const onEscape = ({ timeStamp }: KeyboardEvent) => {
    if (timeStamp <= Math.max(closedAt.current, side.closedAt.current)) return;
    // The page takes its time to go; the next press is no longer for the field.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onClose();
  };
  useConversationKeys({ place, reply, openSide: side.open, onEscape });
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const panel = <Side tab={side.tab} onTab={side.show} search={side.search} note={side.note} />;
  return (
    <PlaceProvider value={place}>
      <section className={classes.conversation} aria-label={words.conversation}>
        <div className={classes.middle}>
          <Header
            heading={heading}
            onClose={onClose}
            onPanel={side.isBeside ? undefined : () => side.open(side.tab, "none")}
          />
          <RefusesUs />
          <Thread view={view} {...around} sending={sending} seen={seen} />
          <Composer sending={sending} typing={typing} field={reply} />
        </div>
        {side.isBeside ? (
          <aside className={classes.side} aria-label={words.panel}>
            {panel}
          </aside>
        ) : (
          <Drawer
            opened={side.opened}
            onClose={side.close}
            position="right"
            size={420}
            padding="sm"
            title={words.panel}
            transitionProps={{ duration: 0 }}
            closeButtonProps={{ "aria-label": close }}
            classNames={{ content: classes.vars ?? "" }}
          >
            {panel}
          </Drawer>
        )}
      </section>
      <Suspense>
        <Dialogs open={dialog} onClose={closeDialog} />
      </Suspense>
    </PlaceProvider>
  );
}

/** Beside the thread where there is room, else a drawer; the tab is remembered. */
function useSide() {
  const isBeside = useMediaQuery("(min-width: 1200px)", undefined, { getInitialValueInEffect: false }) ?? true;
  const [tab, setTab] = useLocalStorage<SideTab>({
    key: "hejnal-side-tab",
    defaultValue: "hints",
    getInitialValueInEffect: false,
  });
  const [opened, setOpened] = useState(false);
  const closedAt = useRef(0);
  const search = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  return {
    isBeside,
    tab,
    opened,
    search,
    note,
    show: (chosen: SideTab) => setTab(chosen),
    closedAt,
    close() {
      closedAt.current = performance.now();
      setOpened(false);
    },
    open(chosen: SideTab, focus: "search" | "note" | "none") {
      setTab(chosen);
      setOpened(true);
      // The tab has to be there before it can be focused.
      if (focus !== "none") setTimeout(() => (focus === "search" ? search : note).current?.focus(), 50);
    },
  };
}
