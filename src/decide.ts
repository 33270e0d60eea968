import { createInterface } from "node:readline";
import { z } from "zod";
import type { Decision } from "./conversation/decision";
import { loadParts } from "./loadParts";
import { firstTurn } from "./turn/firstTurn";
import { handleTurn } from "./turn/handleTurn";

/**
 * `npm run decide`: JSONL of `{id, text}` in, JSONL of `{id, language, kind, target, confidence, alternatives}` out.
 * Each text meets the bot in a conversation of its own, exactly as a resident's first message would.
 */
const Question = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

async function decideAll(): Promise<void> {
  const parts = loadParts(".");
  let line = 0;
  for await (const json of createInterface({ input: process.stdin })) {
    line++;
    if (!json.trim()) continue;
    const question = Question.safeParse(parsed(json));
    if (!question.success) throw new Error(`line ${line}: expected {"id": …, "text": "…"}`);
    const { id, text } = question.data;
    const { record } = handleTurn(firstTurn(text, new Date()), parts);
    const { decision } = record.decided;
    const { language, confidence, candidates } = record.understanding;
    const alternatives = candidates.map(({ intent, confidence: share }) => ({ ...intent, confidence: rounded(share) }));
    process.stdout.write(
      `${JSON.stringify({ id, language, kind: decision.kind, target: targetOf(decision), confidence: rounded(confidence), alternatives })}\n`,
    );
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What the decision is about: an article, a kind of report, a dialog, a small talk; several when it asks back. */
function targetOf(decision: Decision): string | string[] | null {
  if (decision.kind === "offer") return decision.intents.map(({ id }) => id);
  if ("article" in decision) return decision.article;
  if ("office" in decision) return decision.office;
  if (decision.kind === "start_dialog") return decision.service ?? decision.dialog;
  if ("id" in decision) return decision.id;
  if (decision.kind === "hand_off") return decision.reason;
  return null;
}

const rounded = (share: number) => Math.round(share * 1000) / 1000;

decideAll().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
