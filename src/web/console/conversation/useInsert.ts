import type { RefObject } from "react";
import { useDraft } from "./drafts";

/** Puts words where the cursor last stood in the reply, with a space or a new paragraph around them. */
export function useInsert(conversationId: string, field: RefObject<HTMLTextAreaElement | null>) {
  const { change } = useDraft("reply", conversationId);
  return (text: string) => {
    const area = field.current;
    if (!area) return;
    const before = area.value.slice(0, area.selectionStart);
    const gap = before === "" || /\n$/.test(before) ? "" : /\s$/.test(before) ? "\n" : "\n\n";
    area.setRangeText(`${gap}${text}`, area.selectionStart, area.selectionEnd, "end");
    const { value, selectionEnd } = area;
    change(() => ({ text: value }));
    // A drawer that is closing gives the focus back first.
    setTimeout(() => {
      area.focus();
      area.setSelectionRange(selectionEnd, selectionEnd);
    }, 50);
  };
}
