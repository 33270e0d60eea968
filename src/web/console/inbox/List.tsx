import { Button, Skeleton, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useNavigate } from "react-router";
import type { QueueItem } from "../../../staff/wire";
import { api } from "../kit/api";
import { ErrorNote } from "../kit/ErrorNote";
import { useKeys } from "../kit/keys";
import { useWords } from "../kit/language";
import { useRight } from "../kit/session";
import { useNow } from "../kit/time";
import { EmptyList } from "./EmptyList";
import classes from "./Inbox.module.css";
import { Item } from "./Item";
import type { Wanted } from "./lists";
import { inboxWords } from "./texts";

type Shown = { items: QueueItem[] | undefined; error: unknown; retry(): void; more?: () => void; fetching?: boolean };

/** The conversations of one list; j/k move, Enter opens, t takes over. */
export function List({ list, wanted, openId }: { list: Shown; wanted: Wanted; openId: string | undefined }) {
  const words = useWords(inboxWords);
  const now = useNow(10_000);
  const rows = useRef<HTMLUListElement>(null);
  const take = useTake();
  useListKeys(rows, openId, take.mutate);
  const { items, error, retry, more, fetching = false } = list;
  return (
    <div className={classes.scroll}>
      {(error || take.error) && <ErrorNote error={error ?? take.error} retry={error ? retry : undefined} />}
      {!items && !error && <Waiting />}
      {items?.length === 0 && <EmptyList wanted={wanted} />}
      {items && items.length > 0 && (
        <ul ref={rows} className={classes.items} onKeyDown={withArrows} aria-label={words.tabs[wanted.view]}>
          {items.map((item) => (
            <Item key={item.id} item={item} now={now} isOpen={item.id === openId} among={wanted.view} />
          ))}
        </ul>
      )}
      {more && (
        <Button variant="subtle" fullWidth size="sm" loading={fetching} onClick={more}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

function Waiting() {
  const { loading } = useWords(inboxWords);
  return (
    <Stack gap={1} p="xs" role="status" aria-label={loading}>
      {["a", "b", "c", "d", "e"].map((key) => (
        <Skeleton key={key} height={66} />
      ))}
    </Stack>
  );
}

function useTake() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (id: string) => api.post(`conversations/${encodeURIComponent(id)}/take`),
    async onSuccess(_, id) {
      void navigate(`/inbox/${encodeURIComponent(id)}`);
      await client.invalidateQueries({ queryKey: ["conversation", id] });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["queue"] }),
  });
}

function useListKeys(
  rows: RefObject<HTMLUListElement | null>,
  openId: string | undefined,
  take: (id: string) => void,
): void {
  const words = useWords(inboxWords);
  const mayTake = useRight("work_desk");
  const links = () => [...(rows.current?.querySelectorAll<HTMLElement>("a[data-id]") ?? [])];
  const move = (by: number) => {
    const all = links();
    const focused = all.findIndex((link) => link.matches(":focus"));
    const from = focused >= 0 ? focused : all.findIndex(({ dataset }) => dataset.id === openId);
    const next = from < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, from + by))];
    next?.focus();
  };
  const focusedId = () => links().find((link) => link === document.activeElement)?.dataset.id;
  const takeOver = () => {
    const id = focusedId() ?? openId;
    if (id !== undefined) take(id);
  };
  const down = () => move(1);
  const up = () => move(-1);
  useKeys(
    { j: down, k: up, ...(mayTake && { t: takeOver }) },
    {
      scope: words.title,
      describe: {
        j: words.keys.next,
        k: words.keys.previous,
        Enter: words.keys.open,
        ...(mayTake && { t: words.keys.take }),
      },
    },
  );
}

/** Arrows belong to the list only while it has the focus; elsewhere they scroll. */
function withArrows(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("a[data-id]")];
  all[all.findIndex((link) => link.matches(":focus")) + by]?.focus();
}
