import { together } from "../../../src/staff/together";

/** Work that ends when told, and says how often it began. */
function slow() {
  const ends: ((fail?: boolean) => void)[] = [];
  const ask = together(
    () =>
      new Promise<number>((resolve, reject) => {
        const nth = ends.length + 1;
        ends.push((fail) => (fail ? reject(new Error(`the ${nth}. failed`)) : resolve(nth)));
      }),
  );
  return { ask, ends };
}

test("all who ask while work runs share the one run that begins afterwards, never the one that began before", async () => {
  const { ask, ends } = slow();
  const first = ask();
  const shared = [ask(), ask(), ask()];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe(1);
  await new Promise(setImmediate);
  expect(ends).toHaveLength(2);
  const later = ask();
  ends[1]?.();
  expect(await Promise.all(shared)).toEqual([2, 2, 2]);
  await new Promise(setImmediate);
  ends[2]?.();
  expect(await later).toBe(3);
});

test("work that failed is told to those who shared it, and the next begins anew", async () => {
  const { ask, ends } = slow();
  const [first, second] = [ask(), ask()];
  ends[0]?.(true);
  await expect(first).rejects.toThrow("the 1. failed");
  await new Promise(setImmediate);
  ends[1]?.();
  expect(await second).toBe(2);
  const third = ask();
  ends[2]?.();
  expect(await third).toBe(3);
});
