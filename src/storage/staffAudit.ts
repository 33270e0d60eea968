import type { Kysely, Selectable } from "kysely";
import { z } from "zod";
import type { Audited, StaffAudit } from "../staff/doors";
import { json } from "./json";
import type { Tables } from "./tables";

/** The log nobody can change: a trigger of the database refuses everything but new lines. */
export function staffAudit(db: Kysely<Tables>): StaffAudit {
  return {
    async note({ at, by, act, subject, details }) {
      const row = {
        at,
        account_id: by?.id ?? null,
        login: by?.login ?? null,
        act,
        subject_kind: subject?.kind ?? null,
        subject_id: subject?.id ?? null,
        details: json(details),
      };
      await db.insertInto("audit_log").values(row).execute();
    },

    async noted({ accountId, act, subjectId, since }) {
      const line = await db
        .selectFrom("audit_log")
        .select("id")
        .where("subject_id", "=", subjectId)
        .where("act", "=", act)
        .where("account_id", "=", accountId)
        .where("at", ">", since)
        .limit(1)
        .executeTakeFirst();
      return line !== undefined;
    },

    async lines({ before, accountId, act, subjectId, most }) {
      const rows = await db
        .selectFrom("audit_log")
        .selectAll()
        .$if(before !== undefined, (query) => query.where("id", "<", Number(before)))
        .$if(accountId !== undefined, (query) => query.where("account_id", "=", accountId ?? ""))
        .$if(act !== undefined, (query) => query.where("act", "=", act ?? ""))
        .$if(subjectId !== undefined, (query) => query.where("subject_id", "=", subjectId ?? ""))
        .orderBy("id", "desc")
        .limit(most)
        .execute();
      return rows.map(lineOf);
    },
  };
}

const Details = z.record(z.string(), z.unknown());

function lineOf(row: Selectable<Tables["audit_log"]>): Audited {
  const { id, at, act, account_id, login, subject_kind, subject_id, details } = row;
  return {
    id: String(id),
    at,
    act,
    details: Details.parse(details),
    ...(account_id !== null && { by: { id: account_id, login: login ?? "" } }),
    ...(subject_kind !== null && { subject: { kind: subject_kind, id: subject_id ?? "" } }),
  };
}
