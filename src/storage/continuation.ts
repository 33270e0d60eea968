import { createHash, randomInt } from "node:crypto";
import type { Kysely } from "kysely";
import { CODE_LETTERS, type Continuing, codeOf } from "../conversation/continuation";
import type { Doing } from "./effects";
import { memoryOf } from "./memoryOf";
import type { Tables } from "./tables";

const VALID_MINUTES = 15;
const SIGNS = 8;

/** Only this of a code is kept. */
export const hashOf = (code: string): string => createHash("sha256").update(code).digest("hex");

/** A new code for the conversation; those given before are good no more. */
export async function giveCode({ transaction, conversationId, at }: Doing): Promise<string> {
  const db = transaction.db();
  const code = newCode();
  await db
    .updateTable("continuation_codes")
    .set({ expires_at: at })
    .where("conversation_id", "=", conversationId)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .execute();
  const expires_at = new Date(at.getTime() + VALID_MINUTES * 60_000);
  await db
    .insertInto("continuation_codes")
    .values({ code_hash: hashOf(code), conversation_id: conversationId, created_at: at, expires_at })
    .execute();
  return code;
}

/** With a digit in it, so that no words are ever taken for a code. */
function newCode(): string {
  const signs = Array.from({ length: SIGNS }, () => CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length))).join("");
  return /\d/.test(signs) ? codeOf(signs) : newCode();
}

type Asked = { conversationId: string; code: string; now: Date };

/** What a code written in a conversation leads to; the conversation it is of is locked, so that it stays as it was read. */
export async function lookUpCode(db: Kysely<Tables>, { conversationId, code, now }: Asked): Promise<Continuing> {
  const found = await db
    .selectFrom("continuation_codes")
    .select(["conversation_id", "expires_at", "used_at"])
    .where("code_hash", "=", hashOf(code))
    .executeTakeFirst();
  if (!found) return { code, state: "unknown" };
  if (found.conversation_id === conversationId) return { code, state: "same_conversation" };
  if (found.used_at) return { code, state: "used_up" };
  if (found.expires_at <= now) return { code, state: "expired" };
  const { speaker, memory } = await db
    .selectFrom("conversations")
    .select(["speaker", "memory"])
    .where("id", "=", found.conversation_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const serviceRequestIds = await filedIn(db, found.conversation_id);
  const old = { speaker, memory: memoryOf(memory), serviceRequestIds };
  return { code, state: speaker === "consultant" ? "held_by_consultant" : "good", old };
}

async function filedIn(db: Kysely<Tables>, conversationId: string): Promise<string[]> {
  const filed = db.selectFrom("service_requests").select("id").where("conversation_id", "=", conversationId);
  const rows = await filed.orderBy("requested_at", "desc").orderBy("id", "desc").execute();
  return rows.map(({ id }) => id);
}
