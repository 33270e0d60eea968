import { sql } from "kysely";
import { openDatabase } from "../../../src/storage/database";
import type { Storage } from "../../../src/storage/storage";
import { type FreshDatabase, freshPostgreSql } from "../../databases";
import { describeIfPostgreSql } from "../../reachable";
import { answer, arrival, conversationIn, noon, openOn, quiet, textsOf, turn } from "./given";
import { startChild } from "./startChild";

const now = () => noon;

describe("a PostgreSQL that cannot be reached", () => {
  test("stops the start with its address, the reason and what to check, without the password", async () => {
    const databaseUrl = "postgres://hejnal:tajne@127.0.0.1:1/miasto";
    const opening = openDatabase({ databaseUrl, dataFolder: "", log: quiet });
    const error: unknown = await opening.catch((reason: unknown) => reason);
    expect(String(error)).toContain("Cannot use PostgreSQL at 127.0.0.1:1/miasto");
    expect(String(error)).toContain("ECONNREFUSED");
    expect(String(error)).toContain("Check DATABASE_URL");
    expect(String(error)).not.toContain("tajne");
  });
});

describeIfPostgreSql("several processes on PostgreSQL", () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshPostgreSql();
  });
  afterAll(() => database.drop());

  test("a conversation held by one is busy for the others, and a message that arrives waits for the turn", async () => {
    const [here, there] = [await openOn(database), await openOn(database)];
    const id = await conversationIn(here);
    await here.turns.accept(arrival(id, "pierwsza"), noon);
    let arriving: Promise<unknown> = Promise.resolve();
    await here.turns.runNext(
      id,
      async () => {
        expect(await there.turns.runNext(id, async () => answer("nie ja"), now)).toBe("busy");
        arriving = there.turns.accept(arrival(id, "druga"), noon);
        await sql`select pg_sleep(0.1)`.execute(there.db);
        return answer("ja");
      },
      now,
    );
    expect(await arriving).toMatchObject({ seq: 4 });
    expect(await textsOf(here, id)).toEqual(["Dzień dobry", "pierwsza", "ja", "druga"]);
    expect(await there.turns.runNext(id, async () => answer("teraz ja"), now)).toBe("ran_last");
    await Promise.all([here.close(), there.close()]);
  });

  test("other conversations go on while one is held", async () => {
    const storage = await openOn(database);
    const [held, free] = [await conversationIn(storage), await conversationIn(storage)];
    await storage.turns.accept(arrival(held), noon);
    await storage.turns.runNext(
      held,
      async () => {
        await turn(storage, free, answer("wolna"));
        return answer("trzymana");
      },
      now,
    );
    expect((await textsOf(storage, free)).at(-1)).toBe("wolna");
    await storage.close();
  });

  test("real processes that work through the same messages run each of them once", async () => {
    const storage = await openOn(database);
    const ids = await Promise.all(Array.from({ length: 8 }, () => conversationIn(storage)));
    const messages = ids.flatMap((id) => Array.from({ length: 15 }, (_, n) => arrival(id, `m${n}`)));
    const accepted = await Promise.all(messages.map((message) => storage.turns.accept(message, noon)));
    const children = await Promise.all([1, 2, 3].map(() => startChild("turns", database)));
    const ended = await Promise.all(children.map((child) => child.ended));
    expect(ended.map(({ code, complaint }) => [code, complaint])).toEqual(ended.map(() => [0, ""]));
    const ran = ended.flatMap(({ said }) => said);
    expect(ran.sort()).toEqual(accepted.map(({ messageId }) => messageId).sort());
    for (const id of ids) {
      const texts = await textsOf(storage, id);
      const asked = texts.filter((text) => text.startsWith("m"));
      expect(texts.slice(1 + asked.length)).toEqual(asked.map((text) => `na ${text}`));
    }
    await storage.close();
  }, 60_000);

  test("a connection that is cut off in the middle of a turn costs that turn only", async () => {
    const storage = await openOn(database);
    const id = await conversationIn(storage);
    await storage.turns.accept(arrival(id), noon);
    const cut = storage.turns.runNext(
      id,
      async () => {
        await cutOff(storage, "idle in transaction");
        return answer("w próżnię");
      },
      now,
    );
    await expect(cut).rejects.toThrow();
    expect(await textsOf(storage, id)).toHaveLength(2);
    expect(await storage.turns.runNext(id, async () => answer("jestem"), now)).toBe("ran_last");
    expect((await textsOf(storage, id)).at(-1)).toBe("jestem");
    await storage.close();
  });

  test("a store whose connections are all cut off goes on with new ones", async () => {
    const storage = await openOn(database, { poolSize: 4 });
    const admin = await openOn(database, { poolSize: 1 });
    const id = await conversationIn(storage);
    await Promise.all(Array.from({ length: 8 }, () => textsOf(storage, id)));
    await cutOff(admin, "idle");
    let answers: string[] | undefined;
    for (let attempt = 0; attempt < 10 && !answers; attempt++)
      answers = await textsOf(storage, id).catch(() => undefined);
    expect(answers).toEqual(["Dzień dobry"]);
    await Promise.all([storage.close(), admin.close()]);
  });
});

/** Ends the connections of this suite's database that are in this state, save the one that asks. */
async function cutOff({ db }: Storage, state: "idle" | "idle in transaction"): Promise<void> {
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = current_setting('application_name') and state = ${state} and pid <> pg_backend_pid()`.execute(
    db,
  );
  expect(rows.length).toBeGreaterThan(0);
}
