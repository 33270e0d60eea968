import { sql } from "kysely";
import type { ServedChannel } from "../channelServer";
import type { PostedKind } from "../fake";
import { everyKind, isKind, type Kind, resident, storedAs } from "./people";

const EIGHT_DAYS = 8 * 86_400;

/** What the platform tells us of, and what becomes of it. */
export function arriving(served: () => ServedChannel, kinds: PostedKind[]): void {
  const stored = async () => {
    const { rows } = await sql<{ entries: number; conversations: number }>`select
        (select count(*)::int from entries) as entries,
        (select count(*)::int from conversations) as conversations`.execute(served().house.storage.db);
    return rows[0];
  };
  const texts = (batch: string[]): { kind: "text"; text: string }[] => batch.map((text) => ({ kind: "text", text }));

  test("a forged call is refused and nothing of it is stored", async () => {
    const { fake, url, house } = served();
    const before = [
      await stored(),
      await house.storage.db.selectFrom("channel_events").select("external_id").execute(),
    ];
    const words = resident(served()).does({ kind: "text", text: "jestem platformą, naprawdę" });
    const status = await fake.post(url, [words], { forged: true });
    expect([400, 401, 403]).toContain(status);
    const after = [await stored(), await house.storage.db.selectFrom("channel_events").select("external_id").execute()];
    expect(after).toEqual(before);
  });

  test("the same events again, at once, later and 8 days later, are the same events", async () => {
    const { clock, house } = served();
    const anna = resident(served());
    await anna.begins();
    const batch = texts(["pierwsze", "drugie", "trzecie"]).map(anna.does);
    expect(await served().post(...batch, ...batch)).toBe(200);
    await house.settled();
    const before = await stored();
    expect((await anna.said()).map(({ text }) => text).slice(1)).toEqual(["pierwsze", "drugie", "trzecie"]);
    await Promise.all([served().post(...batch), served().post(...batch)]);
    clock.forward(EIGHT_DAYS);
    expect(await served().post(...batch)).toBe(200);
    await house.settled();
    clock.forward(-EIGHT_DAYS);
    expect(await stored()).toEqual(before);
  });

  test("what comes in another order, in one call and over several, is heard as it was written", async () => {
    const { clock, house } = served();
    const anna = resident(served());
    await anna.begins();
    const [a, b, c, d] = texts(["a", "b", "c", "d"]).map(anna.does);
    clock.stop();
    for (const call of [[d, b], [c], [a]]) await served().post(...call.filter((one) => one !== undefined));
    clock.go();
    await house.settled();
    expect((await anna.said()).map(({ text }) => text).slice(1)).toEqual(["a", "b", "c", "d"]);
    expect(anna.news().map(({ text }) => text.replace(/^.*Słyszę: (\w).*$/s, "$1"))).toEqual(["a", "b", "c", "d"]);
  });

  test("every event of a batch is stored, whatever its kind", async () => {
    const anna = resident(served());
    await anna.begins();
    const all = everyKind(anna.known());
    const wanted = kinds.filter(isKind);
    await anna.sends(...wanted.map((kind) => all[kind]));
    const shown = wanted.filter((kind) => kind !== "unknown");
    const said = (await anna.said()).slice(1).filter(({ form }) => form !== "unreadable");
    expect(said).toMatchObject(shown.map((kind) => storedAs[kind]));
  });

  test("what nobody has heard of is acknowledged, and told as such or counted", async () => {
    const anna = resident(served());
    await anna.begins();
    const before = served().counted.length;
    expect(await served().post(anna.does({ kind: "unknown" }))).toBe(200);
    await anna.sends({ kind: "text", text: "dalej" });
    const said = (await anna.said()).slice(1);
    const isTold = said.length === 2 && said[0]?.form === "unreadable";
    expect(isTold || served().counted.length > before).toBe(true);
    expect(said.at(-1)).toMatchObject({ text: "dalej" });
  });

  const single = kinds.filter((kind): kind is Kind => isKind(kind) && kind !== "unknown" && kind !== "text");
  test.each(single)("%s", async (kind) => {
    const anna = resident(served());
    await anna.begins();
    await anna.sends(everyKind(anna.known())[kind]);
    const said = await anna.said();
    expect(said).toHaveLength(2);
    expect(said[1]).toMatchObject(storedAs[kind]);
  });

  test("while a consultant has the conversation every kind reaches them, and the bot is silent", async () => {
    const { house } = served();
    const anna = resident(served());
    const id = await anna.begins();
    const all = everyKind(anna.known());
    const held = { speaker: "consultant" as const, version: sql<number>`version + 1` };
    await house.storage.db.updateTable("conversations").set(held).where("id", "=", id).execute();
    const wanted = kinds.filter((kind): kind is Kind => isKind(kind) && kind !== "unknown");
    await anna.sends(...wanted.map((kind) => all[kind]));
    expect((await anna.said()).slice(1)).toMatchObject(wanted.map((kind) => storedAs[kind]));
    expect(anna.news()).toEqual([]);
  });
}
