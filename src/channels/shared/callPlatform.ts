import { DeliveryFailure } from "../channel";

/** What a platform answered; `body` is its JSON, or undefined when it sent none. */
export type Answer = { status: number; body: unknown; retryAfterSeconds?: number };

const PATIENCE_MS = 20_000;
const MOST_FILE_BYTES = 30 * 1024 * 1024;

type Call = { method?: string; headers?: Record<string, string>; json?: unknown; form?: FormData };

/** Calls a platform and waits at most 20 s; a line that is down is a `DeliveryFailure` to be tried again. */
export async function callPlatform(
  url: string,
  { method = "POST", headers = {}, json, form }: Call = {},
): Promise<Answer> {
  const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
  const type: Record<string, string> = json === undefined ? {} : { "Content-Type": "application/json" };
  try {
    const response = await fetch(url, {
      method,
      headers: { ...type, ...headers },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const after = Number(response.headers.get("retry-after"));
    return { status: response.status, body: parse(text), ...(after > 0 && { retryAfterSeconds: after }) };
  } catch (error) {
    throw unreachable(error);
  }
}

/** Fetches a file a platform holds for us; nothing larger than 30 MB. */
export async function fetchFile(url: string, headers: Record<string, string> = {}): Promise<Buffer> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(3 * PATIENCE_MS) }).catch(
    (error: unknown) => {
      throw unreachable(error);
    },
  );
  if (!response.ok) throw new Error(`the file could not be fetched: ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_FILE_BYTES) throw new Error("the file is larger than 30 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Addresses hold tokens (Telegram's), so only the kind of failure is told. */
function unreachable(error: unknown): DeliveryFailure {
  const name = error instanceof Error ? error.name : "";
  return new DeliveryFailure(
    "retry",
    name === "TimeoutError" ? "the platform did not answer in time" : "the platform cannot be reached",
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
