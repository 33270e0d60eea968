import { setImmediate as othersFirst } from "node:timers/promises";
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { Changes, Documents } from "./content/documents";
import type { OpeningHours } from "./handoff/openingHours";
import type { Make, Pieces } from "./learnThread";
import { indexArticles, partsFrom } from "./loadParts";
import type { Thread } from "./thread";
import type { Parts } from "./turn/parts";
import { terms } from "./understanding/words";

/** All that is made of editors' documents, in one piece: whoever has it has one state of them. */
export type State = { parts: Parts; hours: OpeningHours };

/**
 * Loads and learns in a thread of its own. The main thread only puts together what that made, a piece at a time, and
 * serves in between. Throws one ContentError with the mistakes of the documents.
 */
export async function relearn(
  thread: Thread,
  documents: { base: Documents; changes: Changes },
  make: Make,
): Promise<State> {
  const { port1, port2 } = new MessageChannel();
  try {
    await thread.ask(documents, { kind: "learn", make, pieces: port2 }, [port2]);
    return await assemble(port1, make);
  } finally {
    port1.close();
  }
}

async function assemble(port: MessagePort, { learning, ownFile }: Make): Promise<State> {
  const next = async <N extends 0 | 1 | 2>(_: N): Promise<Pieces[N]> => {
    await othersFirst();
    return receiveMessageOnPort(port)?.message;
  };
  const { content, hours } = await next(0);
  const lessons = await next(1);
  const known = await next(2);
  await othersFirst();
  const index = indexArticles(content, (text) => known.get(text) ?? terms(text));
  // The index keeps hold of the function it was made with, and needs the words no longer.
  known.clear();
  await othersFirst();
  return { parts: partsFrom({ content, ...lessons }, index, { ...learning, modelFile: ownFile }), hours };
}
