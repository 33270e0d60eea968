import type { WireSaid } from "../../channels/directLine/wire";
import { type Answer, call, NO_ANSWER, type Request } from "./call";
import type { Language } from "./language";
import type { Kept, Memory } from "./memory";
import { readFrame, textOf } from "./readFrame";

/** One message on its way out; sent again with the same `clientId` it stays one message. */
export type Outgoing = { clientId: string; text: string; files: File[] };

export type DirectLine = ReturnType<typeof createDirectLine>;

// A photo over a weak mobile network.
const UPLOAD_LIMIT_MS = 180_000;

/** Whether a status says that the server no longer lets us into the conversation. */
const isGone = (status: number) => status === 401 || status === 403 || status === 404;

/** Speaks Direct Line 3.0 to the server the widget was loaded from. */
export function createDirectLine(origin: string, memory: Memory, language: () => Language) {
  const base = `${origin}/v3/directline`;
  let kept: Kept | undefined;
  /** Grows when the conversation is forgotten, so that a late answer cannot bring it back. */
  let life = 0;
  let dead: string | undefined;
  let refreshing: Promise<Answer> | undefined;

  const here = (rest: string) => `${base}/conversations/${encodeURIComponent(kept?.conversationId ?? "")}${rest}`;
  const after = (watermark: string) => `?watermark=${encodeURIComponent(watermark)}`;

  /** Takes over what the answer tells about the conversation, unless it came too late. */
  function keep(body: unknown, since: number): boolean {
    const conversationId = textOf(body, "conversationId") ?? kept?.conversationId;
    const token = textOf(body, "token") ?? kept?.token;
    if (!conversationId || !token || life !== since) return false;
    kept = {
      conversationId,
      token,
      resumeToken: textOf(body, "resumeToken") ?? kept?.resumeToken,
      language: language(),
    };
    return true;
  }

  /** Asks with the present token, and again with a fresh one if that has run out. */
  async function callFresh(request: Request): Promise<Answer> {
    let answer = await call(request, kept?.token);
    // Twice, because another tab's token, which is tried first, may have run out as well.
    for (let tries = 0; tries < 2 && (answer.status === 401 || answer.status === 403); tries++) {
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      const refreshed = await refreshing;
      if (refreshed.status !== 200) return isGone(refreshed.status) ? answer : NO_ANSWER;
      answer = await call(request, kept?.token);
    }
    return answer;
  }

  async function refresh(): Promise<Answer> {
    const since = life;
    const elsewhere = memory.read();
    if (kept && elsewhere?.conversationId === kept.conversationId && elsewhere.token !== kept.token) {
      // Another tab was quicker.
      kept = elsewhere;
      return { status: 200, body: undefined };
    }
    if (!kept?.resumeToken) return { status: 403, body: undefined };
    const answer = await call({ method: "POST", url: `${base}/tokens/refresh` }, kept.resumeToken);
    if (answer.status !== 200) return answer;
    if (!keep(answer.body, since)) return NO_ANSWER;
    memory.keep(kept);
    return answer;
  }

  async function begin(): Promise<Answer> {
    const since = life;
    const generated = await call({ method: "POST", url: `${base}/tokens/generate`, body: "{}" });
    const token = textOf(generated.body, "token");
    if (generated.status !== 200 || !token)
      return { ...generated, status: generated.status === 200 ? 0 : generated.status };
    const body = JSON.stringify({ locale: language() });
    const begun = await call({ method: "POST", url: `${base}/conversations`, body }, token);
    if (begun.status !== 200 && begun.status !== 201) return begun;
    if (!keep(generated.body, since) || !keep(begun.body, since) || !kept) return NO_ANSWER;
    memory.keep(kept);
    return begun;
  }

  return {
    began: () => kept !== undefined,
    /** Begins a conversation or comes back to the kept one; the answer holds a `streamUrl`. */
    async connect(watermark: string): Promise<Answer & { gone: boolean }> {
      const known = memory.read();
      if (!kept && known?.conversationId !== dead) kept = known;
      if (!kept) return { ...(await begin()), gone: false };
      const answer = await callFresh({ method: "GET", url: here(after(watermark)) });
      return { ...answer, gone: isGone(answer.status) };
    },
    async poll(watermark: string) {
      const answer = await callFresh({ method: "GET", url: here(`/activities${after(watermark)}`) });
      return { status: answer.status, ...readFrame(answer.body) };
    },
    send({ clientId, text, files }: Outgoing): Promise<Answer> {
      const said: WireSaid = { type: "message", text, locale: language(), channelData: { clientActivityID: clientId } };
      const activity = JSON.stringify(said);
      if (!files.length) return callFresh({ method: "POST", url: here("/activities"), body: activity });
      const form = new FormData();
      form.append("activity", new Blob([activity], { type: "application/vnd.microsoft.activity" }));
      for (const file of files) form.append("file", file, file.name);
      return callFresh({ method: "POST", url: here("/upload"), body: form, limitMs: UPLOAD_LIMIT_MS });
    },
    /** Fetches a file of this conversation; only from our own server, because the token goes with it. */
    async file(url: string): Promise<Blob | undefined> {
      const address = new URL(url, origin);
      if (address.origin !== origin || !kept) return undefined;
      const { status, body } = await callFresh({ method: "GET", url: address.href, asFile: true });
      return status === 200 && body instanceof Blob ? body : undefined;
    },
    /** Tells the server that the resident is done. */
    sayGoodbye(): void {
      const said: WireSaid = { type: "endOfConversation" };
      const body = JSON.stringify(said);
      if (kept) void call({ method: "POST", url: here("/activities"), body }, kept.token);
    },
    /** The server does not know the conversation any more; the next `connect` begins another, or takes another tab's. */
    drop(): void {
      dead = kept?.conversationId;
      kept = undefined;
      life++;
    },
    /** Forgets the conversation on this device, in every tab. */
    forget(): void {
      kept = undefined;
      life++;
      memory.forget();
    },
    rememberLanguage(): void {
      if (kept) memory.keep({ ...kept, language: language() });
    },
  };
}
