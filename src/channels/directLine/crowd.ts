import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import type { ConversationHead } from "../../conversation/transcript";
import { bring, type Listener } from "./listener";
import { type Parts, viewerOf } from "./parts";

/** Who was let in, and up to where they have read. */
export type Admitted = { head: ConversationHead; seq: number };

export type Crowd = {
  all(): Listener[];
  of(conversationId: string): Listener[];
  /** Listens until the socket closes. */
  join(socket: WebSocket, request: IncomingMessage, admitted: Admitted): void;
};

/** The live connections of this process, by conversation. */
export function createCrowd(parts: Parts): Crowd {
  const byConversation = new Map<string, Set<Listener>>();
  const all = () => [...byConversation.values()].flatMap((set) => [...set]);
  const tellCount = () => parts.options.onSockets?.(all().length);

  const leave = (listener: Listener, id: string): void => {
    const set = byConversation.get(id);
    set?.delete(listener);
    if (set?.size === 0) byConversation.delete(id);
    tellCount();
  };
  return {
    all,
    of: (id: string) => [...(byConversation.get(id) ?? [])],
    join(socket: WebSocket, request: IncomingMessage, { head, seq }: Admitted): void {
      const viewer = viewerOf(head, request, parts);
      const listener: Listener = { socket, viewer, seq, reading: false, again: false, alive: true };
      byConversation.set(head.id, (byConversation.get(head.id) ?? new Set<Listener>()).add(listener));
      tellCount();
      socket.on("pong", () => {
        listener.alive = true;
      });
      socket.on("error", () => socket.terminate());
      socket.on("close", () => leave(listener, head.id));
      bring(listener, parts.house);
    },
  };
}
