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

type Method = "GET" | "POST" | "PATCH";

async function ask(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const changes = method !== "GET";
  const headers = changes ? { "Content-Type": "application/json", "X-CSRF-Token": csrf } : {};
  try {
    const json = changes ? { body: JSON.stringify(body ?? {}) } : {};
    return await fetch(BASE + path, { method, headers, ...json, ...(signal && { signal }) });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  }
}

async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await ask(method, path, body, signal);
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  throw refusalOf(response, answer);
}

/** A file made of what is sent. */
async function download(path: string, body: unknown): Promise<Blob> {
  const response = await ask("POST", path, body);
  if (response.ok) return response.blob();
  throw refusalOf(response, await response.json().catch(() => undefined));
}

function refusalOf(response: Response, answer: unknown): Error {
  const refused = (answer as { error?: Refused } | undefined)?.error;
  return refused?.code ? new Refusal(response.status, refused) : new Unreachable();
}

/** The console API; types of bodies and answers are in `staff/wire`. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal) => call<T>("GET", path, undefined, signal),
  post: <T = object>(path: string, body?: unknown) => call<T>("POST", path, body),
  download,
  patch: <T = object>(path: string, body: unknown) => call<T>("PATCH", path, body),
};

/** `path?a=b`, leaving out what is empty. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const set = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path;
}
