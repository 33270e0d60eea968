import { sql } from "kysely";
import { type Database, openDatabase } from "../../../src/storage/database";
import { describeOn, type FreshDatabase } from "../../databases";
import { arrival, conversationIn, noon, openOn, quiet, textsOf } from "./given";
import { startChild } from "./startChild";

describeOn("the database", (fresh) => {
  let database: FreshDatabase;
  let opened: Database;
  beforeAll(async () => {
    database = await fresh();
    opened = await openDatabase({ ...database.options, log: quiet });
  }, 120_000);
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  test("gives the same JavaScript values for the same columns", async () => {
    const { db } = opened;
    const { rows } = await sql`select 9007199254740991::bigint as "bigint", 12.5::numeric as "numeric", 7::int as "int",
        count(*) as "count", '2026-03-02 13:00:00.123+01'::timestamptz as "timestamptz", '2026-03-02'::date as "date",
        '2026-03-02 13:00'::timestamp as "timestamp", '\\x00ff'::bytea as "bytea", '{"a":[1,"b",null]}'::jsonb as "jsonb",
        array['a','b"c'] as "texts", true as "boolean", null as "nothing"`.execute(db);
    expect(rows).toEqual([
      {
        bigint: 9007199254740991,
        numeric: 12.5,
        int: 7,
        count: 1,
        timestamptz: new Date("2026-03-02T12:00:00.123Z"),
        date: "2026-03-02",
        timestamp: "2026-03-02 13:00:00",
        bytea: Buffer.from([0, 255]),
        jsonb: { a: [1, "b", null] },
        texts: ["a", 'b"c'],
        boolean: true,
        nothing: null,
      },
    ]);
  });

  test("keeps all of a transaction or nothing", async () => {
    const { db } = opened;
    const count = async () => (await sql<{ n: number }>`select count(*) as n from secrets`.execute(db)).rows[0]?.n;
    const broken = db.transaction().execute(async (trx) => {
      await sql`insert into secrets (name, value) values ('a', 'b')`.execute(trx);
      throw new Error("w pół drogi");
    });
    await expect(broken).rejects.toThrow("w pół drogi");
    expect(await count()).toBe(0);
    const swallowed = db.transaction().execute(async (trx) => {
      await sql`insert into secrets (name, value) values ('a', 'b')`.execute(trx);
      await sql`insert into secrets (name, value) values ('a', 'b')`.execute(trx).catch(() => {});
    });
    await expect(swallowed).rejects.toThrow("rolled back, not committed");
    expect(await count()).toBe(0);
  });

  test("refuses the same mistake in the same way however often it is made", async () => {
    const insert = () => sql`insert into secrets (name, value) values (${"jeden"}, ${"raz"})`.execute(opened.db);
    await insert();
    const codes: unknown[] = [];
    for (let n = 0; n < 8; n++) await insert().catch(({ code }: { code: unknown }) => codes.push(code));
    expect(codes).toEqual(Array(8).fill("23505"));
  });

  test("does not quote in its errors what residents wrote", async () => {
    const { db } = opened;
    const insert = () => sql`insert into secrets (name, value) values (${"mój PESEL"}, ${null})`.execute(db);
    const error: unknown = await insert().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "23502" });
    const { message, stack, ...fields } = Object(error);
    expect(JSON.stringify([message, stack, fields])).not.toContain("PESEL");
  });
});

describeOn("a database closed and opened again", (fresh) => {
  test("is found as it was left when it is opened again", async () => {
    const database = await fresh();
    const storage = await openOn(database);
    const id = await conversationIn(storage);
    await storage.turns.accept(arrival(id, "zostaję"), noon);
    await storage.close();
    const again = await openOn(database);
    expect(again.kind).toBe(database.kind);
    expect(await textsOf(again, id)).toEqual(["Dzień dobry", "zostaję"]);
    expect(await again.turns.withPending(new Date(), 10)).toEqual([id]);
    await again.close();
    await database.drop();
  });

  test("is refused when a newer version of the program has changed it", async () => {
    const database = await fresh();
    const { db, close } = await openDatabase({ ...database.options, log: quiet });
    await sql`insert into migrations (name) values ('9999_from_the_future')`.execute(db);
    await close();
    const opening = openDatabase({ ...database.options, log: quiet });
    await expect(opening).rejects.toThrow(/newer version of this program \(9999_from_the_future; .*Start the newer/);
    await database.drop();
  });
});

describeOn(
  "several processes that start at once",
  (fresh) => {
    test("bring the schema up to date once; on the embedded database one of them serves", async () => {
      const database = await fresh();
      const children = await Promise.all([1, 2, 3].map(() => startChild("hold", database)));
      const serving = (await Promise.all(children.map(({ ready }) => ready))).filter(Boolean);
      expect(serving).toHaveLength(database.kind === "postgresql" ? 3 : 1);
      await Promise.all(children.map((child) => child.kill()));
      const { db, close } = await openDatabase({ ...database.options, log: quiet });
      const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(db);
      expect(rows.map(({ name }) => name.slice(0, 4))).toEqual(rows.map((_, n) => String(n + 1).padStart(4, "0")));
      expect(rows.length).toBeGreaterThan(3);
      await close();
      await database.drop();
    }, 120_000);
  },
  "empty",
);
