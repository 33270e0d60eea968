import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

describeOn("the full-text index", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());

  const catchUp = async () => {
    const { search } = given.staff;
    const behind = await search.behind(100);
    for (const { said, told: _, ...rest } of await search.unseen(behind))
      await search.index([{ ...rest, words: said.join(" ").toLowerCase().split(/\s+/).filter(Boolean) }]);
    return behind;
  };
  const found = async (stems: string[], last?: { stem: string; beginning: string }) => {
    const words = { stems, ...(last && { last }) };
    const { items } = await given.staff.desk.page(at, { view: "all", accountId: "", most: 50, words });
    return items.map(({ conversation }) => conversation.id);
  };
  const note = async (conversationId: string, text: string) => {
    const account = { id: randomUUID(), login: randomUUID(), display_name: "Anna", role: "consultant" as const };
    await given.storage.db
      .insertInto("staff_accounts")
      .values({ ...account, password_hash: "", password_set_at: at, must_change_password: false, created_at: at })
      .execute();
    const row = { id: randomUUID(), conversation_id: conversationId, account_id: account.id, text, at };
    await given.storage.db.insertInto("conversation_notes").values(row).execute();
  };

  test("is behind a conversation with new lines, and no longer once it has them", async () => {
    const id = await given.conversation("bot");
    expect(await given.staff.search.behind(100)).toContain(id);
    expect(await catchUp()).toContain(id);
    expect(await given.staff.search.behind(100)).toEqual([]);
    await given.says(id, "wodociąg pęknięty");
    expect(await given.staff.search.behind(100)).toEqual([id]);
    await catchUp();
    expect(await found(["wodociąg"])).toEqual([id]);
    expect(await found(["halo", "pęknięty"])).toEqual([id]);
  });

  test("tells people's words from those of the bot, which are no one's search", async () => {
    const id = await given.conversation("bot");
    await given.says(id, "pytanie", { replies: [{ text: "Numer KR-2026-000123-7" }] });
    const [unseen] = await given.staff.search.unseen([id]);
    expect(unseen?.said).toEqual(["halo", "pytanie"]);
    expect(unseen?.told).toEqual(["Dzień dobry", "Numer KR-2026-000123-7"]);
  });

  test("is behind a conversation with a new note, too", async () => {
    const id = await given.conversation("bot");
    await catchUp();
    await note(id, "sprawa radnego");
    expect(await given.staff.search.behind(100)).toEqual([id]);
    await catchUp();
    expect(await found(["radnego"])).toEqual([id]);
    expect(await given.staff.search.behind(100)).toEqual([]);
  });

  test("takes the same words twice and late ones without going back", async () => {
    const id = await given.conversation("bot");
    const add = { conversationId: id, notes: 0 };
    await Promise.all(
      [3, 2, 3].map((seq) =>
        given.staff.search.index([{ ...add, seq, at: later(seq), words: [`wyraz${seq}`, "ten-sam"] }]),
      ),
    );
    expect(await found(["wyraz3", "wyraz2", "ten-sam"])).toEqual([id]);
    expect(await given.staff.search.behind(100)).not.toContain(id);
  });

  test("reads a very long talk in several goes", async () => {
    const id = await given.conversation("bot");
    await sql`insert into entries (conversation_id, seq, id, author, text, channel, state, at)
      select ${id}, n, 'long-' || n, 'resident', 'wiersz' || n, 'web', 'done', ${at}::timestamptz
      from generate_series(3, 250) as n`.execute(given.storage.db);
    await sql`update conversations set last_seq = 250 where id = ${id}`.execute(given.storage.db);
    const seqs = [];
    for (let goes = 0; goes < 10 && (await given.staff.search.behind(100)).includes(id); goes++) {
      const [unseen] = await given.staff.search.unseen([id]);
      seqs.push(unseen?.seq);
      await catchUp();
    }
    expect(seqs).toEqual([100, 200, 250]);
    expect(await found(["wiersz3", "wiersz150", "wiersz250"])).toEqual([id]);
  });

  test("takes no more words of a talk than the database can keep", async () => {
    const id = await given.conversation("bot");
    const words = (from: number) => Array.from({ length: 5000 }, (_, n) => `${"ж".repeat(35)}${from + n}`);
    for (const [n, from] of [0, 10_000, 20_000, 30_000].entries())
      await given.staff.search.index([{ conversationId: id, seq: n + 5, at, notes: 0, words: words(from) }]);
    expect(await found([`${"ж".repeat(35)}10001`])).toEqual([id]);
    expect(await given.staff.search.behind(100)).not.toContain(id);
  });

  test("no word can be read as an operator of the search", async () => {
    const id = await given.conversation("bot");
    const odd = ["a'b", "a\\b", "a & !b", "x:*", "(", "'"];
    await given.staff.search.index([{ conversationId: id, seq: 9, at, notes: 0, words: odd }]);
    for (const word of odd) {
      expect(await found([word])).toEqual([id]);
      expect(await found([], { stem: word, beginning: word })).toEqual([id]);
    }
    expect(await found(["a' | 'halo"])).toEqual([]);
  });

  test("the last word is found by its stem or by anything that begins like it", async () => {
    const id = await given.conversation("bot");
    await given.staff.search.index([{ conversationId: id, seq: 9, at, notes: 0, words: ["latarniami", "latarn"] }]);
    expect(await found([], { stem: "nic", beginning: "latarnia" })).toEqual([id]);
    expect(await found([], { stem: "latarn", beginning: "latarniach" })).toEqual([id]);
    expect(await found([], { stem: "latarniak", beginning: "latarniak" })).toEqual([]);
  });

  test("forgets a conversation together with it, and hears nothing of unknown ones", async () => {
    const id = await given.conversation("bot");
    await given.storage.db.deleteFrom("conversations").where("id", "=", id).execute();
    await given.staff.search.index([{ conversationId: id, seq: 9, at, notes: 0, words: ["widmo"] }]);
    expect(await given.staff.search.unseen([id])).toEqual([]);
    expect(await found(["widmo"])).toEqual([]);
  });
});
