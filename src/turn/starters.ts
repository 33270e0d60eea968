import type { Choice } from "../conversation/reply";
import type { Phrases } from "./phrases/phrases";

/** The three things every resident may want first. */
export function starters({ starters: titles }: Phrases): Choice[] {
  return [
    { title: titles.report, wish: { kind: "start", dialog: "report-problem" } },
    { title: titles.status, wish: { kind: "start", dialog: "check-status" } },
    { title: titles.human, wish: { kind: "human" } },
  ];
}

/** Buttons whose titles mean the same at any time, so that an old one still on the screen is understood. */
export function alwaysPressable(phrases: Phrases): Choice[] {
  return [
    ...starters(phrases),
    { title: phrases.human, wish: { kind: "human" } },
    { title: phrases.leaveContact, wish: { kind: "start", dialog: "leave-contact" } },
    { title: phrases.stopWaiting, wish: { kind: "stop_waiting" } },
    { title: phrases.noneOfThese, wish: { kind: "none_of_these" } },
  ];
}
