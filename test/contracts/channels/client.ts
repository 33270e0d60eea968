import type { WireAccepted, WireActivities, WireConversation, WireToken } from "../../../src/channels/directLine/wire";

export type Answered<T> = { status: number; body: T; headers: Headers };

/** Plain calls to Direct Line, for what the official client would never do. */
export function caller(url: string) {
  const call = async <T>(
    method: string,
    path: string,
    init: RequestInit & { token?: string } = {},
  ): Promise<Answered<T>> => {
    const { token, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
    const response = await fetch(`${url}/v3/directline/${path}`, { ...rest, method, headers });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers };
  };
  const json = (body: unknown) => ({ body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
  return {
    call,
    json,
    generate: async () => (await call<WireToken>("POST", "tokens/generate")).body,
    /** A conversation that has begun. */
    async begin(locale = "pl-PL") {
      const { token } = (await call<WireToken>("POST", "tokens/generate")).body;
      return (await call<WireConversation>("POST", "conversations", { token, ...json({ locale }) })).body;
    },
    say: (conversation: WireToken, activity: unknown) =>
      call<WireAccepted>("POST", `conversations/${conversation.conversationId}/activities`, {
        token: conversation.token,
        ...json(activity),
      }),
    async read(conversation: WireToken, watermark = "") {
      const path = `conversations/${conversation.conversationId}/activities?watermark=${watermark}`;
      return (await call<WireActivities>("GET", path, { token: conversation.token })).body;
    },
  };
}

/** Less than a test's own limit, so that a wait in vain ends with the line that waited. */
const PATIENCE_MS = 25_000;

/** Waits until the condition gives something. */
export async function eventually<T>(
  condition: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const found = await condition();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`waited in vain for ${condition}`);
}
