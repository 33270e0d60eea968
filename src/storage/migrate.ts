import { type Kysely, sql } from "kysely";
import { alerts } from "./migrations/alerts";
import { articleFigures } from "./migrations/articleFigures";
import { channels } from "./migrations/channels";
import { content } from "./migrations/content";
import { conversations } from "./migrations/conversations";
import { delivery } from "./migrations/delivery";
import { desk } from "./migrations/desk";
import { files } from "./migrations/files";
import { lifeOfRequests } from "./migrations/lifeOfRequests";
import type { Migration } from "./migrations/migration";
import { proposedLabels } from "./migrations/proposedLabels";
import { questions } from "./migrations/questions";
import { regression } from "./migrations/regression";
import { secrets } from "./migrations/secrets";
import { serviceRequests } from "./migrations/serviceRequests";
import { staff } from "./migrations/staff";
import { waitingDeliveries } from "./migrations/waitingDeliveries";
import type { Tables } from "./tables";

/** Every step of the schema, in order. A new step is one file and one line here. */
const migrations: Migration[] = [
  conversations,
  serviceRequests,
  delivery,
  staff,
  secrets,
  alerts,
  proposedLabels,
  desk,
  files,
  lifeOfRequests,
  waitingDeliveries,
  articleFigures,
  content,
  questions,
  regression,
  channels,
];

/** Any number that nobody else uses; all processes that start at once queue on it. */
const LOCK = 4_651_200_517;

/**
 * Brings the schema up to date, all or nothing, one process at a time; refuses a schema newer than this program.
 * `last` leaves out what came after the migration of that name.
 */
export function migrate(db: Kysely<Tables>, last?: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
    await sql`create table if not exists migrations (
      name text primary key,
      applied_at timestamptz not null default now()
    )`.execute(trx);
    const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(trx);
    const applied = new Set(rows.map((row) => row.name));
    refuseNewer([...applied]);
    for (const { name, statements } of migrations) {
      if (applied.has(name) || (last !== undefined && name > last)) continue;
      for (const statement of statements) await sql.raw(statement).execute(trx);
      await sql`insert into migrations (name) values (${name})`.execute(trx);
    }
  });
}

function refuseNewer(applied: string[]): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was brought up to date by a newer version of this program (${unknown.join(", ")}; this one knows ` +
      `up to ${migrations.at(-1)?.name}). Start the newer version, or restore the backup made before it.`,
  );
}
