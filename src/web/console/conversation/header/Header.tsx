import { ActionIcon, Title } from "@mantine/core";
import { ArrowLeft, PanelRight } from "lucide-react";
import type { RefObject } from "react";
import { channelIcon, useChannelName } from "../../kit/channels";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { conversationWords } from "../texts";
import { Actions } from "./Actions";
import classes from "./header.module.css";
import { Offer } from "./Offer";
import { State } from "./State";
import { Tags } from "./Tags";

type Given = {
  heading: RefObject<HTMLHeadingElement | null>;
  onClose: () => void;
  /** Opens the side panel where it is not shown beside the thread. */
  onPanel: (() => void) | undefined;
};

/** What the conversation is about, how it stands, and what can be done with it. */
export function Header({ heading, onClose, onPanel }: Given) {
  const words = useWords(conversationWords);
  const channelName = useChannelName();
  const { view } = usePlace();
  const Channel = channelIcon(view.channel);
  return (
    <header className={classes.header}>
      <div className={classes.row}>
        <ActionIcon
          className={classes.back}
          variant="subtle"
          color="gray"
          size="md"
          onClick={onClose}
          aria-label={words.back}
          aria-keyshortcuts="Escape"
        >
          <ArrowLeft size={18} />
        </ActionIcon>
        <Title order={2} ref={heading} tabIndex={-1} className={classes.title} title={view.topic ?? words.untitled}>
          {view.topic ?? words.untitled}
        </Title>
        <Actions />
        {onPanel && (
          <ActionIcon variant="default" size={30} onClick={onPanel} aria-label={words.showPanel}>
            <PanelRight size={16} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.meta}>
        <State />
        <span>
          <Channel size={14} aria-hidden /> {channelName(view.channel)}
        </span>
        <span>{words.languages[view.language]}</span>
        {view.team && <span>{view.team.name}</span>}
        <Tags />
      </div>
      <Offer />
    </header>
  );
}
