import { Button, Group, Menu, Text } from "@mantine/core";
import {
  Ban,
  ChevronDown,
  CircleHelp,
  ExternalLink,
  type LucideIcon,
  Merge,
  MessageSquarePlus,
  PhoneIncoming,
  RotateCcw,
  Send,
  Split,
  Unlink,
} from "lucide-react";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import type { OpenedAct } from "./ActForm";
import { actWords } from "./actTexts";

type Kind = RequestView["acts"][number];
const icons: Partial<Record<Kind, LucideIcon>> = {
  forward: Send,
  ask: CircleHelp,
  refuse: Ban,
  forward_outside: ExternalLink,
  merge: Merge,
  unmerge: Unlink,
  split: Split,
  reopen: RotateCcw,
  add: MessageSquarePlus,
};

type Given = { view: RequestView; onOpen: (opened: OpenedAct) => void; onSplit: () => void };

/** What the life cycle allows now: oneself, and what the unit said by phone. */
export function Acts({ view, onOpen, onSplit }: Given) {
  const words = useWords(actWords);
  const { acts, unitActs } = view;
  const open = (kind: Kind, forUnit: boolean) => (kind === "split" ? onSplit() : onOpen({ kind, forUnit }));
  if (acts.length + unitActs.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.nothing}
      </Text>
    );
  return (
    <Group gap={6} role="group" aria-label={words.now}>
      {acts.map((kind) => {
        const Icon = icons[kind];
        return (
          <Button
            key={kind}
            variant="default"
            leftSection={Icon && <Icon size={14} aria-hidden />}
            onClick={() => open(kind, false)}
          >
            {words.acts[kind]}
          </Button>
        );
      })}
      {unitActs.length > 0 && (
        <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button
              variant="light"
              leftSection={<PhoneIncoming size={14} aria-hidden />}
              rightSection={<ChevronDown size={14} aria-hidden />}
            >
              {words.unitSaid}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {unitActs.map((kind) => (
              <Menu.Item key={kind} onClick={() => open(kind, true)}>
                {words.acts[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
