import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

export type Came = { method: string; path: string; headers: IncomingMessage["headers"]; body: string };
/** What is answered: a status with words; or nothing, for ever or with the connection cut. */
export type Answer = { status: number; body?: string } | "hang" | "cut";

export type Receiver = {
  url: string;
  came: Came[];
  answer: (came: Came) => Answer;
  close(): Promise<void>;
};

/** A real HTTP server on loopback that answers as a test wants. */
export async function openReceiver(answer: Receiver["answer"] = () => ({ status: 200 })): Promise<Receiver> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      const came = { method, path, headers, body: Buffer.concat(parts).toString() };
      receiver.came.push(came);
      const said = receiver.answer(came);
      if (said === "hang") return;
      if (said === "cut") return void request.socket.destroy();
      response.statusCode = said.status;
      response.end(said.body ?? "");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const receiver: Receiver = {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    came: [],
    answer,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
