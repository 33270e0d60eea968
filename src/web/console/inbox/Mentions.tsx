import { ActionIcon, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AtSign, Check } from "lucide-react";
import { Link } from "react-router";
import type { MentionView } from "../../../staff/wire";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useWords } from "../kit/language";
import { useQueue } from "../kit/queue";
import { useTime } from "../kit/time";
import classes from "./Inbox.module.css";
import { inboxWords } from "./texts";

/** Notes of colleagues that mention me, until I have seen them. */
export function Mentions() {
  const words = useWords(inboxWords).mentions;
  const mentions = useQueue().data?.mentions ?? [];
  if (mentions.length === 0) return null;
  return (
    <ul className={classes.mentions} aria-label={words.label}>
      {mentions.map((mention) => (
        <Mention key={mention.noteId} mention={mention} />
      ))}
    </ul>
  );
}

function Mention({ mention: { noteId, conversationId, by, text, at } }: { mention: MentionView }) {
  const words = useWords(inboxWords).mentions;
  const { moment } = useTime();
  const client = useQueryClient();
  const seen = useMutation({
    mutationFn: () => api.post(`mentions/${noteId}/seen`),
    onSettled: () => client.invalidateQueries({ queryKey: ["queue"] }),
  });
  return (
    <li>
      <AtSign size={14} aria-hidden />
      <Link to={`/inbox/${encodeURIComponent(conversationId)}`} onClick={() => seen.mutate()}>
        <Text span size="xs" fw={600}>
          {by}
        </Text>{" "}
        <Text span size="xs" c="dimmed">
          {moment(at)}
        </Text>
        <Text size="xs" lineClamp={2}>
          {text}
        </Text>
        <ErrorNote error={seen.error} />
      </Link>
      <ActionIcon
        variant="subtle"
        size={26}
        aria-label={words.seen(by)}
        loading={seen.isPending}
        onClick={() => seen.mutate()}
      >
        <Check size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}
