import { fold } from "../conversation/fold";
import type { Found } from "./found";
import type { Geocoder } from "./geocoder";

/** Remembers the answers of a geocoder, the least recently asked forgotten first; equal questions at once are asked once. */
export function cached(geocoder: Geocoder, { most = 1000 } = {}): Geocoder {
  const finds = remembering<Found[]>(most);
  const nears = remembering<Found | undefined>(most);
  return {
    find: (text) => finds(fold(text).replace(/\s+/g, " ").trim(), () => geocoder.find(text)),
    // About a metre: the same spot for every purpose here.
    near: (point) => nears(`${point.lat.toFixed(5)} ${point.long.toFixed(5)}`, () => geocoder.near(point)),
  };
}

/** Failures are not remembered: the next one who asks may have more luck. */
function remembering<T>(most: number): (key: string, ask: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key, ask) => {
    const known = answers.get(key);
    answers.delete(key);
    const answer = known ?? ask();
    answers.set(key, answer);
    if (!known) answer.catch(() => answers.get(key) === answer && answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
