import { randomUUID } from "node:crypto";
import { z } from "zod";

const Activity = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  from: z.looseObject({ id: z.string(), role: z.string().optional(), name: z.string().optional() }),
  channelData: z.looseObject({ clientActivityID: z.string().optional() }).optional(),
  attachments: z.array(z.looseObject({ name: z.string(), contentType: z.string(), contentUrl: z.string() })).optional(),
  suggestedActions: z.object({ actions: z.array(z.looseObject({ title: z.string() })) }).optional(),
});
export type Activity = z.infer<typeof Activity>;
const Page = z.object({ activities: z.array(Activity), watermark: z.string() });
const Opened = z.looseObject({ conversationId: z.string(), token: z.string() });

/** A resident who talks over Direct Line, as any client does: over HTTP, reading by watermark. */
export async function resident(address: string, locale = "pl-PL") {
  const base = `${address}/v3/directline`;
  const call = async (path: string, token?: string, body?: unknown) => {
    const response = await fetch(`${base}/${path}`, {
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
      headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const answer: unknown = await response.json();
    return answer;
  };
  const issued = Opened.parse(await call("tokens/generate", undefined, {}));
  const { conversationId, token } = Opened.parse(await call("conversations", issued.token, { locale }));
  let watermark = "";

  /** Everything said since the last look. */
  const news = async (): Promise<Activity[]> => {
    const page = Page.parse(await call(`conversations/${conversationId}/activities?watermark=${watermark}`, token));
    watermark = page.watermark;
    return page.activities;
  };
  const post = (text: string, clientActivityID: string = randomUUID()) =>
    call(`conversations/${conversationId}/activities`, token, {
      type: "message",
      text,
      locale,
      from: { id: "me" },
      channelData: { clientActivityID },
    });
  /** What is answered, all of it: bot and consultant, as one text with the buttons below. */
  const hears = async (enough: (heard: Activity[]) => boolean = (heard) => heard.length > 0): Promise<string> => {
    const heard: Activity[] = [];
    for (let tries = 0; tries < 200 && !enough(heard); tries++) {
      heard.push(...(await news()).filter(({ from }) => from.role !== "user"));
      if (!enough(heard)) await new Promise((later) => setTimeout(later, 50));
    }
    return heard.map(draw).join("\n");
  };
  return {
    conversationId,
    token,
    post,
    news,
    hears,
    /** The whole conversation as a client that comes back reads it. */
    async everything(): Promise<Activity[]> {
      const all = Page.parse(await call(`conversations/${conversationId}/activities`, token));
      watermark = all.watermark;
      return all.activities;
    },
    async says(text: string): Promise<string> {
      await news();
      await post(text);
      return hears();
    },
  };
}

function draw({ text, suggestedActions }: Activity): string {
  const buttons = suggestedActions?.actions.map(({ title }) => `[${title}]`) ?? [];
  return [text, buttons.join(" ")].filter(Boolean).join("\n");
}
