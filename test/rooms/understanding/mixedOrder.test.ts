import { mixedOrder } from "../../../src/understanding/mixedOrder";

const texts = Array.from({ length: 200 }, (_, i) => [`dziura ${i}`, "w", "jezdni"]);
const inOrder = (some: string[][]) => mixedOrder(some).map((place) => some[place]?.[0]);

test("every text stands in it once, and not as it was written", () => {
  expect([...mixedOrder(texts)].sort((one, other) => one - other)).toEqual([...texts.keys()]);
  expect(inOrder(texts)).not.toEqual(texts.map(([first]) => first));
});

test("a text more moves no other", () => {
  const more = [["latarnia", "nie", "świeci"], ...texts];
  expect(inOrder(more).filter((first) => first !== "latarnia")).toEqual(inOrder(texts));
});
