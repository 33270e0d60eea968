import { type Kysely, sql, type Transaction } from "kysely";
import type { StaffTeams, Team } from "../staff/doors";
import { hasCode } from "./hasCode";
import type { Tables } from "./tables";

const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";

/** Groups a conversation can be passed to. */
export function staffTeams(db: Kysely<Tables>): StaffTeams {
  return {
    async all() {
      const rows = await db
        .selectFrom("teams")
        .leftJoin("team_members", "team_members.team_id", "teams.id")
        .leftJoin("staff_accounts", "staff_accounts.id", "team_members.account_id")
        .select(["teams.id", "teams.name", "staff_accounts.id as member_id", "staff_accounts.display_name"])
        .orderBy("teams.name")
        .orderBy("staff_accounts.display_name")
        .execute();
      const teams = new Map<string, Team>();
      for (const { id, name, member_id, display_name } of rows) {
        const team = teams.get(id) ?? { id, name, members: [] };
        if (member_id !== null) team.members.push({ id: member_id, name: display_name ?? "" });
        teams.set(id, team);
      }
      return [...teams.values()];
    },

    add: ({ id, name, members }, at) =>
      refusals(() =>
        db.transaction().execute(async (trx) => {
          await trx.insertInto("teams").values({ id, name, created_at: at }).execute();
          await setMembers(trx, id, members);
          return "added" as const;
        }),
      ),

    change: (id, { name, members }) =>
      refusals(() =>
        db.transaction().execute(async (trx) => {
          const { numUpdatedRows } = await trx
            .updateTable("teams")
            .set({ name })
            .where("id", "=", id)
            .executeTakeFirst();
          if (numUpdatedRows !== 1n) return "not_found" as const;
          await setMembers(trx, id, members);
          return "changed" as const;
        }),
      ),

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom("teams").where("id", "=", id).executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

/** The database refuses a second team of one name and members who are no accounts; nothing is written then. */
async function refusals<Result>(write: () => Promise<Result>): Promise<Result | "name_taken" | "not_found"> {
  try {
    return await write();
  } catch (error) {
    if (hasCode(error, UNIQUE_VIOLATION)) return "name_taken";
    if (hasCode(error, FOREIGN_KEY_VIOLATION)) return "not_found";
    throw error;
  }
}

async function setMembers(trx: Transaction<Tables>, id: string, members: string[]): Promise<void> {
  await trx.deleteFrom("team_members").where("team_id", "=", id).execute();
  await sql`insert into team_members (team_id, account_id)
    select distinct ${id}::text, member from unnest(${members}::text[]) as member`.execute(trx);
}
