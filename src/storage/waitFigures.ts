import { type RawBuilder, sql } from "kysely";
import type { SpreadView } from "../staff/doors";
import { type Db, during, type Hours, rowOf } from "./figureRows";

type Spread = { median: number | null; p90: number | null; samples: number };

const spreadOf = ({ median, p90, samples }: Spread): SpreadView => {
  return median === null || p90 === null ? { samples } : { median: Math.round(median), p90: Math.round(p90), samples };
};

/** The middle and the ninth of ten of so many seconds. */
const spread = (seconds: RawBuilder<unknown>) => sql`percentile_cont(0.5) within group (order by ${seconds}) as median,
    percentile_cont(0.9) within group (order by ${seconds}) as p90, count(*) as samples`;

/** Of those whom somebody took: how long the others would have waited is not known. */
export const waits = async (db: Db, when: RawBuilder<boolean>): Promise<SpreadView> =>
  spreadOf(
    await rowOf(
      db,
      sql<Spread>`select ${spread(sql`extract(epoch from left_at - entered_at)::float8`)}
        from queue_waits where how = 'taken' and ${when}`,
    ),
  );

/** From taking a conversation over to the first word. */
export const firstReplies = async (db: Db, hours: Hours): Promise<SpreadView> =>
  spreadOf(
    await rowOf(
      db,
      sql<Spread>`select ${spread(sql`extract(epoch from first_reply_at - taken_at)::float8`)}
        from desk_conversations where taken_at is not null and ${during("first_reply_at", hours)}`,
    ),
  );
