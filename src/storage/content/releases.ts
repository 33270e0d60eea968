import { type Kysely, sql } from "kysely";
import type { ContentStore, DocumentChange, Release } from "../../content/doors";
import type { Tables } from "../tables";
import { editorOf } from "./editors";

/** As JSON, because the embedded database takes a byte order mark off what it answers as text. */
const exactly = (text: string) => sql<string | null>`to_json(${sql.ref(text)})`;

/** For each path its newest text; null where the document is gone. Read backwards, which is how the key serves it. */
export function newestTexts(db: Kysely<Tables>) {
  return db
    .selectFrom("content_revisions")
    .distinctOn("path")
    .select(["path", exactly("text").as("text")])
    .orderBy("path", "desc")
    .orderBy("release", "desc");
}

/** The number of the newest release; 0 while there is none. */
export async function newestNumber(db: Kysely<Tables>): Promise<number> {
  const query = db.selectFrom("content_releases").select(({ fn }) => fn.max<number | null>("number").as("newest"));
  return (await query.executeTakeFirstOrThrow()).newest ?? 0;
}

/** What was released, and when. */
export function releasesIn(db: Kysely<Tables>): Pick<ContentStore, "newest" | "documents" | "releases" | "released"> {
  return {
    newest: () => newestNumber(db),

    async documents(release) {
      const rows = await newestTexts(db)
        .$if(release !== undefined, (query) => query.where("release", "<=", release ?? 0))
        .execute();
      return new Map(rows.reverse().flatMap(({ path, text }) => (text === null ? [] : [[path, text]])));
    },

    async releases({ path, before, most }) {
      const rows = await allReleases(db)
        .$if(before !== undefined, (query) => query.where("release.number", "<", before ?? 0))
        .$if(path !== undefined, (query) => query.where(changes(path ?? "")))
        .orderBy("release.number", "desc")
        .limit(most)
        .execute();
      return rows.map(releaseOf);
    },

    async released(number) {
      const release = await findRelease(db, number);
      return release && { release, documents: await changesOf(db, number) };
    },
  };
}

/** One release by its number. */
export async function findRelease(db: Kysely<Tables>, number: number): Promise<Release | undefined> {
  const row = await allReleases(db).where("release.number", "=", number).executeTakeFirst();
  return row && releaseOf(row);
}

function allReleases(db: Kysely<Tables>) {
  return db
    .selectFrom("content_releases as release")
    .leftJoin("staff_accounts as account", "account.id", "release.account_id")
    .leftJoin("staff_accounts as approver", "approver.id", "release.approved_by")
    .selectAll("release")
    .select(["account.display_name as by_name", "approver.display_name as approver_name"])
    .select(
      sql<string[]>`array(select path from content_revisions where release = release.number order by path)`.as("paths"),
    )
    .select((release) =>
      release
        .selectFrom("content_releases as later")
        .select(({ fn }) => fn.max<number | null>("later.number").as("number"))
        .whereRef("later.reverts", "=", "release.number")
        .as("reverted_by"),
    );
}

/** Whether a release changed the document, or one of the folder whose path ends in `/`. */
function changes(path: string) {
  const isIt = path.endsWith("/") ? sql`starts_with(path, ${path})` : sql`path = ${path}`;
  return sql<boolean>`release.number in (select release from content_revisions where ${isIt})`;
}

function changesOf(db: Kysely<Tables>, number: number): Promise<DocumentChange[]> {
  return db
    .selectFrom("content_revisions as revision")
    .select(["revision.path", exactly("revision.text").as("after")])
    .select((revision) =>
      revision
        .selectFrom("content_revisions as earlier")
        .select(exactly("earlier.text").as("text"))
        .whereRef("earlier.path", "=", "revision.path")
        .whereRef("earlier.release", "<", "revision.release")
        .orderBy("earlier.release", "desc")
        .limit(1)
        .as("before"),
    )
    .where("revision.release", "=", number)
    .orderBy("revision.path")
    .execute();
}

type Row = Awaited<ReturnType<ReturnType<typeof allReleases>["executeTakeFirstOrThrow"]>>;

function releaseOf({ number, kind, title, why, at, paths, reverts, ...row }: Row): Release {
  const by = editorOf(row.account_id, row.by_name);
  const approvedBy = editorOf(row.approved_by, row.approver_name);
  return {
    number,
    kind,
    title,
    why,
    at,
    paths,
    ...(by && { by }),
    ...(approvedBy && { approvedBy }),
    ...(reverts !== null && { reverts }),
    ...(row.reverted_by !== null && { revertedBy: row.reverted_by }),
  };
}
