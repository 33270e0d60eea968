import type { Bus } from "../../conversation/bus";

const LONGEST_MS = 2_000;

/** Does it, and then waits until something new is in the conversation after it, but not long. */
export async function waitForAnswer(
  conversationId: string,
  bus: Pick<Bus, "subscribe">,
  work: () => Promise<{ seq: number }>,
): Promise<void> {
  let newest = 0;
  let wake = (): void => {};
  const stop = bus.subscribe("news", (note) => {
    const [id, seq] = note.split(":");
    if (id !== conversationId) return;
    newest = Math.max(newest, Number(seq));
    wake();
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const { seq } = await work();
    await new Promise<void>((resolve) => {
      wake = () => newest > seq && resolve();
      timer = setTimeout(resolve, LONGEST_MS);
      wake();
    });
  } finally {
    clearTimeout(timer);
    stop();
  }
}
