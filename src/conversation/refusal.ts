/**
 * Something asked for over HTTP that is not done, and what to do instead. Thrown by any handler; the server answers it
 * as `{error: {code, message}}` with this status, so the message is read by people and holds nothing secret.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** The answer to doing something too often. */
export function tooOften(what: string, retryAfterSeconds: number): Refusal {
  const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
  const message = `${what} Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
  return new Refusal(429, "TooManyRequests", message, { "Retry-After": String(seconds) });
}
