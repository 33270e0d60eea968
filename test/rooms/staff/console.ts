import { WebSocket } from "ws";
import type { LiveFrame, LiveSaid } from "../../../src/staff/wire";
import type { Person } from "./person";

/** An open console page on the live connection: gathers what it is told. */
export async function opensConsole(url: string, person: Pick<Person, "cookie">, query = "", origin = url) {
  const address = `${url.replace(/^http/, "ws")}/console/api/live${query}`;
  const socket = new WebSocket(address, { headers: { Cookie: person.cookie, Origin: origin } });
  const frames: LiveFrame[] = [];
  let closedWith: number | undefined;
  socket.on("message", (data) => frames.push(JSON.parse(String(data))));
  socket.on("close", (code) => {
    closedWith = code;
  });
  const refused = await new Promise<number | undefined>((resolve, reject) => {
    socket.once("open", () => resolve(undefined));
    socket.once("unexpected-response", (_, response) => resolve(response.statusCode));
    socket.once("error", reject);
  });
  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 400 && !holds(); tries++) await new Promise((later) => setTimeout(later, 10));
    if (!holds()) throw new Error(`it never came to ${holds}; heard ${JSON.stringify(frames)}`);
  };
  if (refused === undefined) await until(() => frames.length > 0);
  return {
    refused,
    frames,
    kinds: () => frames.map(({ kind }) => kind),
    of: <Kind extends LiveFrame["kind"]>(kind: Kind) =>
      frames.filter((frame): frame is Extract<LiveFrame, { kind: Kind }> => frame.kind === kind),
    says: (said: LiveSaid | string) => socket.send(typeof said === "string" ? said : JSON.stringify(said)),
    until,
    closedWith: () => closedWith,
    /** The line breaks without a word. */
    breaks: () => socket.terminate(),
    close: () => socket.close(),
  };
}
