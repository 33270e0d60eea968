import { once } from "node:events";
import type { Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { randomBelow } from "../../../random";
import type { Failure } from "../platform";

/** A letter as it came, with the envelope it came in. */
export type Came = { from: string; to: string; at: number; mail: ParsedMail };

/** A real mail server on loopback that takes every letter, but those that are to fail. A failure's status is SMTP's. */
export async function openSmtpPlatform() {
  const came: Came[] = [];
  const planned: Failure[] = [];
  const sockets = new Set<Socket>();
  const dice = randomBelow(1);
  let share = 0;
  /** What becomes of the letter of each session. */
  const failures = new Map<string, Failure | undefined>();
  const next = () => planned.shift() ?? (dice(1_000_000) / 1_000_000 < share ? anyOf(dice(2)) : undefined);
  const cut = ({ remotePort }: { remotePort: number }): void => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    closeTimeout: 100,
    disableReverseLookup: true,
    onRcptTo(_address, session, done) {
      const failure = next();
      failures.set(session.id, failure);
      if (failure === "hang") return;
      if (failure === "cut") return cut(session);
      if (typeof failure !== "object") return done();
      const words = typeof failure.json === "string" ? failure.json : "not now";
      done(Object.assign(new Error(words), { responseCode: failure.status }));
    },
    onData(stream, session, done) {
      const { envelope } = session;
      const isLost = failures.get(session.id) === "done_then_cut";
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", async () => {
        const mail = await simpleParser(Buffer.concat(parts));
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        came.push({ from, to: envelope.rcptTo[0]?.address ?? "", at: Date.now(), mail });
        if (isLost) cut(session);
        else done();
      });
    },
  });
  // A client that loses its line hangs up; that is what is tested.
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  listening.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await once(listening, "listening");
  const address = listening.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    came,
    failNext: (...failures: Failure[]) => void planned.push(...failures),
    failShare(of: number) {
      share = of;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const anyOf = (at: number): Failure => (at === 0 ? "cut" : { status: 451 });
