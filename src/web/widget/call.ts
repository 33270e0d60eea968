/** The server's answer; status 0 means that none came. */
export type Answer = { status: number; body: unknown };

export type Request = { method: string; url: string; body?: BodyInit; limitMs?: number; asFile?: boolean };

export const NO_ANSWER: Answer = { status: 0, body: undefined };
const LIMIT_MS = 20_000;

/** Asks the server once. */
export async function call({ method, url, body, limitMs, asFile }: Request, bearer?: string): Promise<Answer> {
  const headers = new Headers();
  if (bearer) headers.set("authorization", `Bearer ${bearer}`);
  if (typeof body === "string") headers.set("content-type", "application/json");
  try {
    const signal = AbortSignal.timeout(limitMs ?? LIMIT_MS);
    const response = await fetch(url, { method, headers, body: body ?? null, signal });
    const answer: unknown = await (asFile ? response.blob() : response.json()).catch(() => undefined);
    return { status: response.status, body: answer };
  } catch {
    return NO_ANSWER;
  }
}
