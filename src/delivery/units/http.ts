/** What came back of a call to another system. */
export type Answered = { status: number; body: string };
export type NotAnswered = { reason: string; isDown: boolean };

const MOST_BYTES = 2_000_000;

/**
 * Calls a system an administrator named. Units live in the city's own network, so private addresses are allowed on
 * purpose; but nobody is followed anywhere else, waited for longer than `patienceMs` or read without end.
 */
export async function call(url: string, init: RequestInit, patienceMs: number): Promise<Answered | NotAnswered> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { ...init, redirect: "manual", signal });
    return { status: response.status, body: await readUpTo(MOST_BYTES, response) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    return { reason: [error instanceof Error ? error.message : String(error), cause].join(" ").trim(), isDown: true };
  }
}

async function readUpTo(most: number, response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) throw new Error(`answer longer than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

export const isOk = ({ status }: Answered) => status >= 200 && status < 300;
