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
} from "lucide-react";
import type { RequestView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import type { OpenedAct } from "./ActForm";
import { actWords } from "./actTexts";

const icons: Partial<Record<OpenedAct["kind"], LucideIcon>> = {
  forward: Send,
  ask: CircleHelp,
  refuse: Ban,
  forward_outside: ExternalLink,
  merge: Merge,
  split: Split,
  reopen: RotateCcw,
  add: MessageSquarePlus,
};

/** What the life cycle allows now: oneself, and what the unit said by phone. */
export function Acts({ view, onOpen }: { view: RequestView; onOpen: (opened: OpenedAct) => void }) {
  const words = useWords(actWords);
  const { acts, unitActs } = view;
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
            onClick={() => onOpen({ kind, forUnit: false })}
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
              <Menu.Item key={kind} onClick={() => onOpen({ kind, forUnit: true })}>
                {words.acts[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
