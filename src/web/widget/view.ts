import type { View } from "./chat";
import type { Speech } from "./language";
import type { Panel } from "./panel";

type Parts = { panel: Panel; speech: Speech; heardWhileClosed(): void; ended(): void };

/** Draws in the panel what the chat tells. */
export function createView({ panel, speech, heardWhileClosed, ended }: Parts): View {
  const { dialog, thread, signs, scrolling, header, composer } = panel;
  let typingTold = false;

  function heard(node: HTMLElement, old: boolean): void {
    scrolling.heard(node, old);
    if (!old && !dialog.open) heardWhileClosed();
  }

  return {
    show(bubble, old) {
      const node = thread.show(bubble, old);
      const { author, delivery } = bubble;
      if (delivery && delivery !== "sent" && delivery !== "sending") signs.tell(speech.say(delivery));
      if (author === "resident") typingTold = false;
      if (author !== "resident" && node) heard(node, old);
      else if (node || delivery === "sending") scrolling.said();
      else scrolling.follow();
    },
    note: (note, old) => heard(thread.note(note, old), old),
    choices(choices) {
      signs.setChoices(choices);
      scrolling.follow();
    },
    typing(isTyping) {
      signs.typing.hidden = !isTyping;
      if (isTyping && !typingTold) {
        signs.tell(speech.say("typing", { name: header.person() ?? speech.say("bot") }));
        typingTold = true;
      }
      scrolling.follow();
    },
    answeredBy: header.answeredBy,
    connection: signs.setConnection,
    ended() {
      thread.clear();
      signs.disconnect();
      composer.reset();
      panel.setOver(true);
      ended();
    },
  };
}
