import { nameOfIntent } from "../../conversation/understanding";
import type { RegressionText } from "../doors";
import type { StaffContent, Tried } from "../parts";
import { meaningOf } from "../views";
import type { RegressionRow, RegressionRun, Verdict } from "../wire";
import { intentNamed } from "./regressionCheck";

/** So many are tried before residents' turns get their go. */
const AT_ONCE = 5;
/** So many buttons a resident takes in. */
const BUTTONS = 3;
const ROWS = 300;
const HUMAN = "talk:human";

/** Whether what the bot does about a text is right. Where nothing is, it has to ask back or bring a person. */
export function verdictOf({ decided: { decision }, about }: Tried, right: string[]): Verdict {
  const names = about.map(nameOfIntent);
  const asks = decision.kind === "offer" || decision.kind === "ask_which_first";
  if (right.length === 0) return asks || names.every((name) => name === HUMAN) ? "hit" : "missed";
  if (!asks) return names.some((name) => right.includes(name)) ? "hit" : "missed";
  return names.slice(0, BUTTONS).some((name) => right.includes(name)) ? "offered" : "missed";
}

/** Tries every text as a resident's first message. */
export async function runTexts(texts: RegressionText[], content: StaffContent, now: Date): Promise<RegressionRun> {
  const counts: Record<Verdict, number> = { hit: 0, offered: 0, missed: 0 };
  const rows: RegressionRow[] = [];
  for (const [index, one] of texts.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await new Promise(setImmediate);
    const tried = content.tryOut(one.text, now);
    const verdict = verdictOf(tried, one.right);
    counts[verdict] += 1;
    if (verdict !== "hit") rows.push(rowOf(one, { tried, verdict, content }));
  }
  const worst = [...rows].sort((a, b) => Number(b.verdict === "missed") - Number(a.verdict === "missed"));
  return { texts: texts.length, ...counts, rows: worst.slice(0, ROWS) };
}

type Failed = { tried: Tried; verdict: RegressionRow["verdict"]; content: StaffContent };

function rowOf({ id, text, right }: RegressionText, { tried, verdict, content: { names } }: Failed): RegressionRow {
  const { decided, band, about, understanding } = tried;
  return {
    ...{ id, text, verdict, band },
    right: right.map((name) => titleOf(name, names)),
    decision: decided.decision.kind,
    because: decided.because,
    about: about.map((intent) => meaningOf(intent, names)),
    confidence: understanding.confidence,
  };
}

/** What a meaning is called; its own name where it is no longer there. */
export function titleOf(name: string, names: StaffContent["names"]): string {
  const intent = intentNamed(name);
  return intent ? meaningOf(intent, names) : name;
}
