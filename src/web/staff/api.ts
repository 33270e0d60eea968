import type { Refused } from "../../staff/wire";

/** What came of a call. `offline`: the server could not be reached; `failed`: it could not do it. */
export type Result<T> = { ok: true; body: T } | { ok: false; error: Refused | { code: "offline" | "failed" } };

type Watch = { reached(isReached: boolean): void; sessionOver(): void };

const PATIENCE_MS = 15_000;
let csrf = "";
let watch: Watch = { reached() {}, sessionOver() {} };

/** Remembers the session's token against forged calls, and who wants to know how calls go. */
export const useSession = (token: string): void => {
  csrf = token;
};
export const watchCalls = (watcher: Watch): void => {
  watch = watcher;
};

export const apiAddress = (path: string) => `/console/api/${path}`;

/** Calls the console API. */
export async function call<T = object>(
  method: "GET" | "POST" | "PATCH",
  path: string,
  body?: object,
): Promise<Result<T>> {
  const change = { "Content-Type": "application/json", "X-CSRF-Token": csrf };
  const init = method === "GET" ? { method } : { method, headers: change, body: JSON.stringify(body ?? {}) };
  try {
    const response = await fetch(apiAddress(path), { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    // A proxy that answers for a server that is away.
    const reached = response.status < 502;
    watch.reached(reached);
    if (!reached) return { ok: false, error: { code: "offline" } };
    const read = await response.json();
    if (response.ok) return { ok: true, body: read };
    const error: Refused | { code: "failed" } = read.error ?? { code: "failed" };
    if (error.code === "no_session") watch.sessionOver();
    return { ok: false, error };
  } catch {
    watch.reached(false);
    return { ok: false, error: { code: "offline" } };
  }
}
