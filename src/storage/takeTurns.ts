const WAIT_AT_MOST_MS = 10_000;

/** A door for one: resolves when it is the caller's turn, with the function that lets the next one in. */
export function takeTurns(name: string): () => Promise<() => void> {
  const waiting: (() => void)[] = [];
  let free = true;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free = true;
  };
  return () =>
    new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve(leave);
      };
      const giveUp = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(new Error(`${name} was busy for ${WAIT_AT_MOST_MS / 1000} s`));
      };
      const timer = setTimeout(giveUp, WAIT_AT_MOST_MS);
      if (!free) return void waiting.push(enter);
      free = false;
      enter();
    });
}
