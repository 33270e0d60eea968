import type { CoverageView } from "../../../src/staff/wire";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

const card = "dowod-osobisty-wymiana";

let house: StaffHouse;
let ewa: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("editor", "Ewa");
});
afterAll(() => house.close());

const coverage = async (): Promise<CoverageView> => (await ewa.gets("knowledge-coverage")).body;
const topicOf = ({ topics }: CoverageView, wanted: string) => topics.find(({ id }) => id === wanted);

/** A turn in which the bot took the words for this article, and told it. */
async function asks(article: string, times: number): Promise<void> {
  const id = await house.conversation();
  const record = JSON.stringify({
    understanding: { candidates: [{ intent: { kind: "article", id: article }, confidence: 0.9 }] },
    decided: { decision: { kind: "answer", article }, because: "it_is_clear", rejected: [] },
    bands: { offer: 0.1 },
  });
  for (let time = 0; time < times; time++) await house.says(id, `raz ${time}`);
  await house.storage.db.updateTable("turn_records").set({ record }).where("conversation_id", "=", id).execute();
}

describe("the map of topics", () => {
  test("counts of each topic what is asked, told, learnt and measured", async () => {
    const content = house.parts.content();
    const before = await coverage();
    await asks(card, 3);
    const texts = [{ text: "gdzie dowód", right: [`article:${card}`, "article:paszport"] }];
    await ewa.posts("regression/mapa/texts", { texts });
    const { phrasings, translations } = content.articles.get(card) ?? {};
    const topic = topicOf(await coverage(), card);
    expect(topic).toMatchObject({
      asked: 3,
      answered: 3,
      regression: 1,
      labelled: content.labelled.get(`article:${card}`),
      phrasings:
        (phrasings?.length ?? 0) + (translations?.en.phrasings.length ?? 0) + (translations?.uk.phrasings.length ?? 0),
    });
    expect(topic?.labelled).toBeGreaterThan(0);
    expect(topicOf(await coverage(), "paszport")).toMatchObject({ asked: 0, regression: 1 });
    expect(topicOf(before, card)).toMatchObject({ asked: 0, regression: 0 });
  });

  test("adds up by area and by unit, each topic once", async () => {
    const { topics, areas, units } = await coverage();
    expect(topics).toHaveLength(house.parts.content().articles.size);
    for (const groups of [areas, units]) {
      const sum = (count: (group: (typeof groups)[number]) => number) =>
        groups.reduce((all, one) => all + count(one), 0);
      expect(sum((group) => group.topics)).toBe(topics.length);
      expect(sum(({ asked }) => asked)).toBe(topics.reduce((all, { asked }) => all + asked, 0));
      expect(sum(({ notAsked }) => notAsked)).toBe(topics.filter(({ asked }) => asked === 0).length);
    }
  });

  test("names topics that are asked more than most with fewer phrasings than most", async () => {
    const byPhrasings = (await coverage()).topics.toSorted((a, b) => a.phrasings - b.phrasings);
    const [fewest, most] = [byPhrasings[0]?.id ?? "", byPhrasings.at(-1)?.id ?? ""];
    await asks(fewest, 9);
    await asks(most, 9);
    const map = await coverage();
    expect(topicOf(map, fewest)?.thin).toBe(true);
    expect(topicOf(map, most)?.thin).toBe(false);
    expect(map.topics.filter(({ asked, thin }) => asked === 0 && thin)).toEqual([]);
  });
});
