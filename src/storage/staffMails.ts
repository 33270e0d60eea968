import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Mail, Mails } from "../delivery/doors";
import type { StaffMails } from "../staff/doors";
import { storable } from "./json";
import type { Tables } from "./tables";

const LONGEST_REASON = 500;

/** Mails to send: the staff room adds them, the mailer takes them. */
export function staffMails(db: Kysely<Tables>): StaffMails & Mails {
  const due = (id: string) => db.updateTable("mails").where("id", "=", id).where("state", "=", "due");
  return {
    async add({ sameAs, to, subject, text, replyTo }, at) {
      const row = { id: randomUUID(), same_as: sameAs, recipient: to, due_at: at, created_at: at };
      await db
        .insertInto("mails")
        .values({ ...row, subject: storable(subject), text: storable(text), reply_to: replyTo ?? null })
        .onConflict((conflict) => conflict.column("same_as").doNothing())
        .execute();
    },

    take: (now, most, leaseSeconds) => take(db, now, { most, leaseSeconds }),

    async done(id, at) {
      await due(id).set({ state: "done", done_at: at, reason: null, text: "" }).execute();
    },

    async failed(id, reason, retryAt) {
      const next = retryAt ? { due_at: retryAt } : { state: "given_up" as const };
      await due(id)
        .set({ ...next, reason: storable(reason).slice(0, LONGEST_REASON) })
        .execute();
    },
  };
}

type Wish = { most: number; leaseSeconds: number };

/** Two processes that look at once get different mails: what one has locked the other skips, and then it is not due. */
async function take(db: Kysely<Tables>, now: Date, { most, leaseSeconds }: Wish): Promise<Mail[]> {
  const leasedUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const rows = await db
    .with("first", (query) =>
      query
        .selectFrom("mails")
        .select("id")
        .where("state", "=", "due")
        .where("due_at", "<=", now)
        .orderBy("due_at")
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable("mails")
    .from("first")
    .set({ due_at: leasedUntil, attempts: sql`mails.attempts + 1` })
    .whereRef("mails.id", "=", "first.id")
    .returning(["mails.id", "recipient", "subject", "text", "reply_to", "attempts", "created_at"])
    .execute();
  return rows
    .sort((a, b) => a.created_at.getTime() - b.created_at.getTime())
    .map(({ id, recipient, subject, text, reply_to, attempts }) => ({
      ...{ id, to: recipient, subject, text, attempt: attempts },
      ...(reply_to && { replyTo: reply_to }),
    }));
}
