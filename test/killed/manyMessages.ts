import type { Posted } from "../contracts/channels/fake";
import { randomBelow } from "../random";

export const PEOPLE = 50;
const EACH = 20;
const PAIRS_IN_BATCH = 25;
const SHARE = 10;
export const MANY = PEOPLE * EACH;

const textOf = (person: number, number: number): string => `wiadomość ${number} osoby ${person}`;
export const nameOf = (person: number): string => `osoba${person}`;

/** What one person writes, in order. */
export const textsBy = (person: number): string[] =>
  Array.from({ length: EACH }, (_, number) => textOf(person, number));

/**
 * 1,000 messages of 50 people in batches, each of two messages of 25 of them: every tenth comes twice, then or with
 * the next batch, and the two of every tenth pair in the wrong order, but none in the batch `inOrder`.
 */
export function manyMessages(inOrder: number, seed = 7): Posted[][] {
  const below = randomBelow(seed);
  const begun = Date.now();
  let left: Posted[] = [];
  return Array.from({ length: MANY / PAIRS_IN_BATCH / 2 }, (_, batch) => {
    const pairs = Array.from({ length: PAIRS_IN_BATCH }, (_, at) => {
      const person = (batch % 2) * PAIRS_IN_BATCH + at;
      const pair = [0, 1].map((second) => messageOf(person, Math.floor(batch / 2) * 2 + second, begun));
      return batch !== inOrder && below(SHARE) === 0 ? pair.reverse() : pair;
    });
    const news = pairs.flat();
    const again = news.filter(() => below(SHARE) === 0);
    const [now, later] = [again.filter((_, at) => at % 2 === 0), again.filter((_, at) => at % 2 === 1)];
    const all = [...left, ...news, ...now];
    left = later;
    return all;
  });
}

function messageOf(person: number, number: number, begun: number): Posted {
  const at = new Date(begun + number * 2_000);
  return { kind: "text", person: nameOf(person), id: `${person}-${number}`, at, text: textOf(person, number) };
}
