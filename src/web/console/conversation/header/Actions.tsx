import { ActionIcon, Button, Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { AlarmClock, AlarmClockOff, Ban, Bot, Check, Ellipsis, Forward, Mail, UserCheck } from "lucide-react";
import { useLanguage, useWords } from "../../kit/language";
import { refusalWords } from "../../kit/refusals";
import { useRight } from "../../kit/session";
import { usePlace } from "../place";
import { useAct } from "../useConversation";
import classes from "./header.module.css";
import { headerWords } from "./texts";

const SIZE = 15;

/** What may be done now, by who holds the conversation and by rights. */
export function Actions() {
  const words = useWords(headerWords);
  const { language } = useLanguage();
  const { view, mine, mayWork, ask } = usePlace();
  const wake = useAct(view.id, "wake");
  const isOpen = view.speaker !== "closed";
  if (!mayWork) return null;
  return (
    <>
      {wake.isError && (
        <span role="alert" className={classes.refused}>
          {refusalWords(wake.error, language)}
        </span>
      )}
      <div className={classes.actions}>
        {mine && (
          <>
            <Button
              className={classes.wide}
              variant="default"
              leftSection={<Forward size={SIZE} aria-hidden />}
              onClick={() => ask("transfer")}
              aria-keyshortcuts="p"
            >
              {words.transfer}
            </Button>
            {view.snoozedUntil ? (
              <Button
                className={classes.wide}
                variant="default"
                leftSection={<AlarmClockOff size={SIZE} aria-hidden />}
                loading={wake.isPending}
                onClick={() => wake.mutate({})}
              >
                {words.wake}
              </Button>
            ) : (
              <Button
                className={classes.wide}
                variant="default"
                leftSection={<AlarmClock size={SIZE} aria-hidden />}
                onClick={() => ask("snooze")}
                aria-keyshortcuts="s"
              >
                {words.snooze}
              </Button>
            )}
            <Button leftSection={<Check size={SIZE} aria-hidden />} onClick={() => ask("close")} aria-keyshortcuts="e">
              {words.close}
            </Button>
          </>
        )}
        {(isOpen || mine) && <More wake={() => wake.mutate({})} />}
      </div>
    </>
  );
}

/** Everything again that a narrow screen has no room for, and what is done rarely. */
function More({ wake }: { wake: () => void }) {
  const words = useWords(headerWords);
  const { view, mine, ask } = usePlace();
  const oversees = useRight("oversee");
  const isNarrow = useMediaQuery("(max-width: 800px)", undefined, { getInitialValueInEffect: false });
  if (!mine && !oversees) return null;
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={words.more}>
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mine && (
          <>
            {isNarrow && (
              <>
                <Menu.Item leftSection={<Forward size={SIZE} />} onClick={() => ask("transfer")}>
                  {words.transfer}
                </Menu.Item>
                <Menu.Item
                  leftSection={<AlarmClock size={SIZE} />}
                  onClick={view.snoozedUntil ? wake : () => ask("snooze")}
                >
                  {view.snoozedUntil ? words.wake : words.snooze}
                </Menu.Item>
              </>
            )}
            <Menu.Item leftSection={<Bot size={SIZE} />} onClick={() => ask("back")}>
              {words.handBack}
            </Menu.Item>
            <Menu.Item leftSection={<Mail size={SIZE} />} onClick={() => ask("transcript")}>
              {words.transcript}
            </Menu.Item>
          </>
        )}
        {!mine && oversees && view.speaker !== "bot" && (
          <Menu.Item leftSection={<Forward size={SIZE} />} onClick={() => ask("transfer")}>
            {words.transfer}
          </Menu.Item>
        )}
        {oversees && (
          <Menu.Item leftSection={<UserCheck size={SIZE} />} onClick={() => ask("assign")}>
            {words.assign}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item className={classes.danger ?? ""} leftSection={<Ban size={SIZE} />} onClick={() => ask("block")}>
          {words.block}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
