import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useNavigate } from "react-router";
import type { QueueItem } from "../../../staff/wire";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useKeys } from "../kit/keys";
import { useWords } from "../kit/language";
import { useQueue } from "../kit/queue";
import { useSession } from "../kit/session";
import { useNow, useTime } from "../kit/time";
import classes from "./Shell.module.css";
import { shellWords } from "./texts";

/** What the queue offers to this person now, on every view: one after the other, with the seconds left. */
export function Offers() {
  const words = useWords(shellWords).offer;
  const { id } = useSession().account;
  const now = useNow(1_000);
  const waiting = useQueue().data?.waiting ?? [];
  const offers = waiting.filter(({ offered }) => offered?.to.id === id && Date.parse(offered.until) > now);
  if (offers.length === 0) return null;
  return (
    <section aria-label={words.label} className={classes.offers}>
      {offers.slice(0, 1).map((item) => (
        <Offer key={item.id} item={item} now={now} more={offers.length - 1} />
      ))}
    </section>
  );
}

function useAnswer(id: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (answer: "accept" | "decline") => api.post(`conversations/${id}/${answer}`),
    async onSuccess(_, answer) {
      if (answer === "accept") void navigate(`/inbox/${id}`);
      await client.invalidateQueries({ queryKey: ["conversation", id] });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["queue"] }),
  });
}

function Offer({ item, now, more }: { item: QueueItem; now: number; more: number }) {
  const words = useWords(shellWords).offer;
  const { everywhere } = useWords(shellWords);
  const { duration } = useTime();
  const answer = useAnswer(item.id);
  const seconds = Math.max(0, Math.ceil((Date.parse(item.offered?.until ?? "") - now) / 1000));
  useKeys(
    { a: () => answer.mutate("accept"), "shift+a": () => answer.mutate("decline") },
    { scope: everywhere, describe: { a: words.acceptKey, "shift+a": words.declineKey } },
  );
  return (
    <div>
      <Group gap="sm" className={classes.bar}>
        <BellRing size={18} aria-hidden />
        <Text size="sm" fw={600}>
          {words.heading}
        </Text>
        <Text size="sm" className={classes.said}>
          {item.topic ?? item.lastLine?.text ?? item.summary}
        </Text>
        {more > 0 && <Text size="xs">{words.more(more)}</Text>}
        <Text size="xs">{words.waits(duration(item.since, now))}</Text>
        <Text size="xs" className={classes.seconds} role="timer">
          {words.left(seconds)}
        </Text>
        <Button
          size="compact-sm"
          loading={answer.isPending}
          aria-keyshortcuts="a"
          onClick={() => answer.mutate("accept")}
        >
          {words.accept}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={answer.isPending}
          aria-keyshortcuts="Shift+A"
          onClick={() => answer.mutate("decline")}
        >
          {words.decline}
        </Button>
      </Group>
      <ErrorNote error={answer.error} />
    </div>
  );
}
