import type { Kysely } from "kysely";
import type { Change, Current, Refusal, SecondMatter } from "../../serviceRequests/doors";
import type { KeptFiles } from "../files";
import type { Tables } from "../tables";
import { currentOf, lock, unlessDeadlocked } from "./act";
import { type FormatNumber, fileRequest } from "./file";
import { type Along, giveAway, leaveBehind, takeAlong } from "./splitPhotos";
import { writeChange } from "./writeChange";

type Parts = { db: Kysely<Tables>; files: KeptFiles; formatNumber: FormatNumber };
type Splitting = SecondMatter & { id: string; decide(current: Current): Change | Refusal; at: Date };

/** Files the second matter of a service request and writes that into the history of the first, once per `sameAs`. */
export async function split(
  { db, files, formatNumber }: Parts,
  splitting: Splitting,
): Promise<{ id: string } | Refusal> {
  const before = await filedBefore(db, splitting);
  if (before) return before;
  const along = await takeAlong(db, files, splitting);
  try {
    return await unlessDeadlocked(() =>
      db.transaction().execute((trx) => splitIn(trx, { ...splitting, along, formatNumber })),
    );
  } finally {
    await leaveBehind(db, files, { id: splitting.id, along });
  }
}

type Prepared = Splitting & { along: Along; formatNumber: FormatNumber };

async function splitIn(
  trx: Kysely<Tables>,
  { along, formatNumber, ...splitting }: Prepared,
): Promise<{ id: string } | Refusal> {
  const { id, request, decide, at } = splitting;
  const row = await lock(trx, id);
  if (!row) return { refused: "unknown" };
  // The same in the same moment: whoever waited for the lock finds what the other one filed.
  const before = await filedBefore(trx, splitting);
  if (before) return before;
  const change = decide(currentOf(row));
  if ("refused" in change) return change;
  const second = await fileRequest(
    trx,
    { ...request, attachments: along.attachments },
    { at, formatNumber, source: "console", splitFrom: id, ...(await comesFrom(trx, id, change)) },
  );
  await giveAway(trx, along, second.id);
  await writeChange(trx, { row, change: { ...change, into: second.id }, at });
  return { id: second.id };
}

function filedBefore(db: Kysely<Tables>, { id, request }: Splitting): Promise<{ id: string } | undefined> {
  return db
    .selectFrom("service_requests")
    .select("id")
    .where("same_as", "=", request.sameAs)
    .where("split_from", "=", id)
    .executeTakeFirst();
}

/** The conversation goes along, so that its resident hears of both; who splits it is who files it. */
async function comesFrom(trx: Kysely<Tables>, id: string, { actor }: Change) {
  const { conversation_id } = await trx
    .selectFrom("service_requests")
    .select("conversation_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return {
    ...(conversation_id !== null && { conversationId: conversation_id }),
    ...(actor.kind === "staff" && { accountId: actor.accountId }),
  };
}
