const OPENS_WITHIN_MS = 5_000;
const KEEP_ALIVE_MS = 20_000;

type Ears = { opened(): void; frame(data: unknown): void };

/** Listens on one WebSocket until it ends; `ended` answers whether it had ever opened. */
export function listen(url: string, ears: Ears): { ended: Promise<boolean>; close(): void } {
  let close = () => {};
  const ended = new Promise<boolean>((resolve) => {
    const socket = tryToOpen(url);
    if (!socket) return resolve(false);
    let opened = false;
    close = () => {
      clearTimeout(late);
      clearInterval(keepAlive);
      socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
      // Without a network a socket may take minutes to admit that it is closed, so nobody waits for it.
      socket.close();
      resolve(opened);
    };
    const late = setTimeout(close, OPENS_WITHIN_MS);
    const keepAlive = setInterval(() => opened && socket.send(""), KEEP_ALIVE_MS);
    socket.onopen = () => {
      clearTimeout(late);
      opened = true;
      ears.opened();
    };
    socket.onmessage = ({ data }) => data && ears.frame(parse(data));
    socket.onerror = socket.onclose = close;
  });
  return { ended, close: () => close() };
}

function tryToOpen(url: string): WebSocket | undefined {
  try {
    return new WebSocket(url);
  } catch {
    // No address came, or the page's policy forbids it.
    return undefined;
  }
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
