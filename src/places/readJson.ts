import { Refused } from "./patient";

/** Gets JSON within a time and a size; rejects for anything else. */
export async function readJson(url: URL, limits: { timeLimitMs: number; mostBytes: number }): Promise<unknown> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(limits.timeLimitMs),
    headers: { accept: "application/json" },
    redirect: "error",
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw response.status < 500 ? new Refused(`status ${response.status}`) : new Error(`status ${response.status}`);
  }
  const text = await textOf(response, limits.mostBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("no JSON");
  }
}

async function textOf(response: Response, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return "";
  // Leaving the loop ends the connection.
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new Refused("answer too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
