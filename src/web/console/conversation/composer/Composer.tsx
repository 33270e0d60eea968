import type { RefObject } from "react";
import { usePlace } from "../place";
import { NotMine } from "./NotMine";
import type { Sending } from "./useSending";
import type { useTyping } from "./useTyping";
import { Writing } from "./Writing";

export type ComposerGiven = {
  sending: Sending;
  typing: ReturnType<typeof useTyping>;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** A place to write for who holds the conversation; for others, who does. */
export function Composer(given: ComposerGiven) {
  return usePlace().mine ? <Writing {...given} /> : <NotMine />;
}
