import { randomBytes } from "node:crypto";
import type { ContentStore } from "../../../src/content/doors";
import { describeStorage, noon, seconds } from "../storage/given";

describeStorage("what processes share of content", (given) => {
  let content: ContentStore;
  let another: ContentStore;
  beforeAll(() => {
    content = given().storage.content;
    another = given().another.content;
  });

  test("is what the files held: nothing known is not the same as nothing there", async () => {
    expect(await content.seeds()).toBeUndefined();
    await content.keepSeeds(new Map());
    expect(await another.seeds()).toEqual(new Map());
    const seeds = new Map([
      ["knowledge/a.md", "\uFEFFa\r\n\\u0000 \\ 👩🏽‍🚒"],
      ["dialogs/b.yaml", ""],
      ["knowledge/long.md", "ą\t".repeat(500_000)],
    ]);
    await content.keepSeeds(seeds);
    expect(await another.seeds()).toEqual(seeds);
    await another.keepSeeds(new Map([["knowledge/a.md", "b"]]));
    expect(await content.seeds()).toEqual(new Map([["knowledge/a.md", "b"]]));
  });

  test("is what was learnt: kept once for a version, the five newest of them", async () => {
    const models = Array.from({ length: 7 }, (_, n) => ({ version: `v${n}`, bytes: randomBytes(n * 200_000) }));
    for (const [n, { version, bytes }] of models.entries()) {
      expect(await content.model(version)).toBeUndefined();
      await content.keepModel(version, bytes, seconds(n));
      expect(Buffer.from((await another.model(version)) ?? []).equals(bytes)).toBe(true);
    }
    await another.keepModel("v6", randomBytes(9), seconds(100));
    const kept = await Promise.all(models.map(async ({ version }) => (await another.model(version))?.length));
    expect(kept).toEqual([undefined, undefined, 400_000, 600_000, 800_000, 1_000_000, 1_200_000]);
  });

  test("is learnt by several at once without harm", async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 ? content : another).keepModel("same", Buffer.from("what all learnt"), seconds(200)),
      ),
    );
    expect((await content.model("same"))?.toString()).toBe("what all learnt");
    await content.keepModel("old", Buffer.from("x"), noon);
    expect(await content.model("old")).toBeUndefined();
  });
});
