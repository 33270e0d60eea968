import type { StaffContent, Tried } from "../parts";
import { meaningOf, thoughtView } from "../views";
import type { BenchRow } from "../wire";

/** So many are tried before residents' turns get their go. */
const AT_ONCE = 5;

/** What the bot would do about each text as a resident's first message. */
export async function benchRows(texts: string[], content: StaffContent, now: Date): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [index, text] of texts.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await new Promise(setImmediate);
    rows.push(benchRow(content.tryOut(text, now), content, now));
  }
  return rows;
}

function benchRow({ understanding, decided, band, about }: Tried, { names }: StaffContent, at: Date): BenchRow {
  const { maskedText, candidates, language } = understanding;
  const { decision, because, rejected } = decided;
  const thought = { seq: 0, at, maskedText, candidates, decision: decision.kind, because, rejected };
  const { seq: _, at: __, ...shown } = thoughtView(thought, names);
  return { ...shown, language, band, about: about.map((intent) => meaningOf(intent, names)) };
}
