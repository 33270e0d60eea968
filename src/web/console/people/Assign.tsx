import { ActionIcon, Menu, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { UserRoundPen } from "lucide-react";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import type { Person } from "./Colleague";
import { peopleWords } from "./texts";

type Given = { conversationId: string; topic: string; others: Person[] };

/** Gives a conversation to another person at the desk, at once. */
export function Assign({ conversationId, topic, others }: Given) {
  const words = useWords(peopleWords);
  const client = useQueryClient();
  const assign = useMutation({
    mutationFn: ({ id }: Person) =>
      api.post(`conversations/${encodeURIComponent(conversationId)}/assign`, { account: id }),
    onSuccess(_, { name }) {
      notifications.show({ message: words.assigned(name) });
      void client.invalidateQueries({ queryKey: ["people"] });
    },
  });
  const here = others.filter(({ present }) => present).sort((a, b) => freeOf(b) - freeOf(a));
  return (
    <div>
      <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={words.assignOf(topic)}
            title={words.assign}
            loading={assign.isPending}
          >
            <UserRoundPen size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {here.length > 0 ? <Menu.Label>{words.assignTo}</Menu.Label> : <Menu.Item disabled>{words.nobody}</Menu.Item>}
          {here.map((person) => (
            <Menu.Item key={person.id} onClick={() => assign.mutate(person)}>
              {person.name}
              <Text size="xs" c="dimmed">
                {words.load(person.conversations.length, person.capacity)} ·{" "}
                {words.state[person.available ? "available" : "paused"]}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ErrorNote error={assign.error} />
    </div>
  );
}

const freeOf = ({ available, capacity, conversations }: Person) =>
  (available ? 100 : 0) + capacity - conversations.length;
