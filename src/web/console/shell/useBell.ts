import { useEffect, useRef, useState } from "react";
import type { QueueView } from "../../../staff/wire";
import { useWords } from "../kit/language";
import { useQueue } from "../kit/queue";
import { useSession } from "../kit/session";
import { blinkTitle, setTitleCount } from "../kit/title";
import { tell } from "./bell";
import { usePresence } from "./presence";
import { shellWords } from "./texts";
import { howMany, whatIsNew } from "./whatIsNew";

/** Tells the person what came: sound, notification, the tab's title; answers the words for the live region. */
export function useBell(): string {
  const words = useWords(shellWords);
  const { id } = useSession().account;
  const { available } = usePresence();
  const { data: queue } = useQueue();
  const before = useRef<QueueView>(undefined);
  const [said, setSaid] = useState("");

  useEffect(() => {
    if (!queue) return;
    setTitleCount(howMany(queue, { id, available }));
    const news = before.current && whatIsNew(before.current, queue, { id, available, hidden: document.hidden });
    before.current = queue;
    if (!news) return;
    const text = words.news[news];
    tell(text, news === "urgent");
    blinkTitle(text);
    // The same words twice would not be read again.
    setSaid((last) => (last === text ? `${text}\u00a0` : text));
  }, [queue, id, available, words]);
  useEffect(() => () => setTitleCount(0), []);
  return said;
}
