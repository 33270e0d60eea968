import type { Memory } from "../conversation/conversation";
import type { Choice } from "../conversation/reply";
import { phrasesIn } from "./phrases/phrases";

/** The three things every resident may want first. */
export function starters({ language }: Pick<Memory, "language">): Choice[] {
  const { starters: titles } = phrasesIn(language);
  return [
    { title: titles.report, wish: { kind: "start", dialog: "report-problem" } },
    { title: titles.status, wish: { kind: "start", dialog: "check-status" } },
    { title: titles.human, wish: { kind: "human" } },
  ];
}
