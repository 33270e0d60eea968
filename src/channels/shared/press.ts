import type { House } from "../channel";

/** What a button sends back: which entry it stood under, and which it was. Short enough for every platform. */
export const payloadOf = (seq: number, index: number): string => `c:${seq}:${index}`;

/** The title of the button that was pressed, as the resident would have typed it; undefined when it is none of ours. */
export async function pressedTitle(
  payload: string,
  conversationId: string,
  { conversations }: Pick<House, "conversations">,
): Promise<string | undefined> {
  const [, seq, index] = /^c:(\d{1,9}):(\d{1,3})$/.exec(payload) ?? [];
  if (seq === undefined || index === undefined) return undefined;
  const [entry] = await conversations.entriesAfter(conversationId, Number(seq) - 1, 1);
  return entry?.choices?.[Number(index)]?.title;
}
