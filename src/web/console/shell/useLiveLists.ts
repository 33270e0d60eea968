import { useThrottledCallback } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useMatch } from "react-router";
import { useLiveEvents, useWatched } from "../kit/live";
import { useQueue } from "../kit/queue";

const AT_MOST = 50;
const LISTS_EVERY_MS = 400;
const PAGES_EVERY_MS = 4_000;

/** Listens to the conversations this person holds and the open one, and keeps the lists of the inbox fresh. */
export function useLiveLists(): void {
  const client = useQueryClient();
  const open = useMatch("/inbox/:id")?.params.id;
  const mine = useQueue().data?.mine.map(({ id }) => id) ?? [];
  useWatched([...new Set([...(open === undefined ? [] : [open]), ...mine])].slice(0, AT_MOST));

  const lists = useThrottledCallback(() => void client.invalidateQueries({ queryKey: ["queue"] }), LISTS_EVERY_MS);
  const pages = useThrottledCallback(
    () => void client.invalidateQueries({ queryKey: ["conversations"] }),
    PAGES_EVERY_MS,
  );
  const requests = useThrottledCallback(
    () => void client.invalidateQueries({ queryKey: ["requests"] }),
    PAGES_EVERY_MS,
  );
  useLiveEvents(({ kind }) => {
    if (kind === "requests") requests();
    if (kind === "news" || kind === "changed") lists();
    if (kind === "news" || kind === "changed" || kind === "queue") pages();
  });
}
