import { Alert } from "@mantine/core";
import { useRef } from "react";
import { useWords } from "../kit/language";
import { useNow } from "../kit/time";
import { loginWords } from "./texts";

/** Wrong passwords have locked the login: how long still, counted in half minutes so that it is not read out all the time. */
export function Locked({ seconds }: { seconds: number }) {
  const words = useWords(loginWords);
  const until = useRef(Date.now() + seconds * 1000);
  const now = useNow(5_000);
  const left = Math.ceil((until.current - now) / 30_000) * 30;
  return (
    <Alert role="alert" color="orange" p="xs">
      {left > 0 ? words.locked(Math.min(left, seconds)) : words.unlocked}
    </Alert>
  );
}
