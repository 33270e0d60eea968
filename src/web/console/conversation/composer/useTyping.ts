import { useEffect, useRef, useState } from "react";
import { api } from "../../kit/api";
import { addressOf } from "../useConversation";

const STILL_TYPING_MS = 5_000;
const TELL_EVERY_MS = 3_000;

/** Whether the person is writing now; the resident is told, at most every three seconds, without a word of it. */
export function useTyping(id: string) {
  const [typing, setTyping] = useState(false);
  const told = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    setTyping(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const wrote = () => {
    setTyping(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTyping(false), STILL_TYPING_MS);
    if (Date.now() - told.current < TELL_EVERY_MS) return;
    told.current = Date.now();
    // A sign that nobody got is no loss.
    api.post(`${addressOf(id)}/typing`).catch(() => undefined);
  };
  return { typing, wrote, stop };
}
