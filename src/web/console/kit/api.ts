import type { Refused } from "../../../staff/wire";

/** The server's "no"; `error.code` says why, the words are in `kit/refusals.ts`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: Refused,
  ) {
    super(error.code);
  }
}
/** The server did not answer, or not in our terms. */
export class Unreachable extends Error {}

let csrf = "";
/** Told with every session; goes back with every change. */
export const rememberCsrf = (token: string) => {
  csrf = token;
};

const BASE = "/console/api/";

async function call<T>(
  method: "GET" | "POST" | "PATCH",
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const changes = method !== "GET";
  const headers = changes ? { "Content-Type": "application/json", "X-CSRF-Token": csrf } : {};
  let response: Response;
  try {
    const json = changes ? { body: JSON.stringify(body ?? {}) } : {};
    response = await fetch(BASE + path, { method, headers, ...json, ...(signal && { signal }) });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const refused = (answer as { error?: Refused } | undefined)?.error;
  if (!refused?.code) throw new Unreachable();
  throw new Refusal(response.status, refused);
}

/** The console API; types of bodies and answers are in `staff/wire`. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal) => call<T>("GET", path, undefined, signal),
  post: <T = object>(path: string, body?: unknown) => call<T>("POST", path, body),
  patch: <T = object>(path: string, body: unknown) => call<T>("PATCH", path, body),
};

/** `path?a=b`, leaving out what is empty. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const set = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path;
}
