import type { RefObject } from "react";
import { useKeys } from "../kit/keys";
import { useWords } from "../kit/language";
import { keyWords } from "./keyTexts";
import type { Place, SideTab } from "./place";
import { MOST_SUGGESTIONS } from "./side/Hints";
import { useSuggestions } from "./side/useSuggestions";

type Given = {
  place: Place;
  reply: RefObject<HTMLTextAreaElement | null>;
  openSide: (tab: SideTab, focus: "search" | "note" | "none") => void;
  onEscape: (event: KeyboardEvent) => void;
};

/** The keyboard of an open conversation. */
export function useConversationKeys({ place, reply, openSide, onEscape }: Given): void {
  const words = useWords(keyWords);
  const { view, mine, mayWork, ask, insert } = place;
  const suggestions = useSuggestions(view).data?.suggestions ?? [];
  useKeys(
    {
      Escape: onEscape,
      i: () => openSide("hints", "search"),
      u: () => openSide("hints", "none"),
      ...(mayWork && { n: () => openSide("notes", "note") }),
    },
    {
      scope: words.scope,
      describe: { Escape: words.back, i: words.knowledge, u: words.suggestions, ...(mayWork && { n: words.note }) },
    },
  );
  const places = Array.from({ length: MOST_SUGGESTIONS }, (_, index) => index);
  const inserting = places.map((index) => {
    const put = () => {
      const suggestion = suggestions[index];
      if (suggestion) insert(suggestion.text);
    };
    return [`alt+${index + 1}`, put] as const;
  });
  useKeys(
    {
      r: () => reply.current?.focus(),
      e: () => ask("close"),
      s: () => ask("snooze"),
      p: () => ask("transfer"),
      b: () => ask("back"),
      ...Object.fromEntries(inserting),
    },
    {
      scope: words.scope,
      enabled: mine,
      describe: {
        r: words.reply,
        e: words.close,
        s: words.snooze,
        p: words.transfer,
        b: words.handBack,
        "alt+1": words.insert,
        "mod+Enter": words.send,
      },
    },
  );
}
