import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { randomBelow } from "../../random";

export type Call = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer; at: number };
export type PlatformAnswer = { status: number; json?: unknown; bytes?: Buffer; headers?: Record<string, string> };
/** `hang`: no answer at all; `cut`: the line breaks; `done_then_cut`: it breaks after the platform did what was asked. */
export type Failure = PlatformAnswer | "hang" | "cut" | "done_then_cut";

/**
 * A server that stands for a platform no test can reach: real HTTP, its own wire format, failures on demand. Only what
 * `mayFail` fails, by itself every call that is no GET.
 */
export async function openPlatform(
  answer: (call: Call) => PlatformAnswer | Promise<PlatformAnswer>,
  mayFail: (call: Call) => boolean = ({ method }) => method !== "GET",
) {
  const calls: Call[] = [];
  const planned: Failure[] = [];
  let share: { of: number; failures: Failure[]; dice: () => number } | undefined;
  const next = (): Failure | undefined => {
    const first = planned.shift();
    if (first !== undefined || !share || share.dice() >= share.of) return first;
    return share.failures[Math.floor(share.dice() * share.failures.length)];
  };
  const server = createServer(async (request, response) => {
    const call = await callOf(request);
    calls.push(call);
    const failure = mayFail(call) ? next() : undefined;
    if (failure === "hang") return;
    if (failure === "cut") return void request.socket.destroy();
    if (failure !== undefined && failure !== "done_then_cut") return send(response, failure);
    const answered = await answer(call);
    if (failure === "done_then_cut") request.socket.destroy();
    else send(response, answered);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Every call, also those that failed. */
    calls,
    /** The next calls that may fail end like this, one each. */
    failNext: (...failures: Failure[]) => void planned.push(...failures),
    /** From now on this share (0–1) of calls that may fail fails in one of these ways; none: all go well again. */
    failShare(of: number, failures: Failure[] = [], seed = 1) {
      const below = randomBelow(seed);
      share = failures.length > 0 ? { of, failures, dice: () => below(1_000_000) / 1_000_000 } : undefined;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, json, bytes, headers = {} }: PlatformAnswer): void {
  const body = bytes ?? Buffer.from(JSON.stringify(json ?? {}));
  response.writeHead(status, { "Content-Type": bytes ? "application/octet-stream" : "application/json", ...headers });
  response.end(body);
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = "GET", url = "/", headers } = request;
  return { method, path: url, headers, body: Buffer.concat(chunks), at: Date.now() };
}
