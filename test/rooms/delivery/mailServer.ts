import { once } from "node:events";
import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  /** What came, as it was on the line. */
  came: { from: string; to: string[]; words: string }[];
  /** How often a recipient was named to it. */
  tries: number;
  close(): Promise<void>;
};

/** What a recipient's address makes the server answer. */
const moods: Record<string, { responseCode: number }> = { later: { responseCode: 451 }, never: { responseCode: 550 } };

/** A real mail server on loopback: it takes everything but mails to `later@`, `never@`, never answers for `hangs@`, and dies of the first to `dies@`. */
export async function openMailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    closeTimeout: 100,
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      mail.tries++;
      const mood = address.split("@")[0] ?? "";
      if (mood === "hangs") return;
      done(moods[mood] ? Object.assign(new Error(`refused <${address}>`), moods[mood]) : null);
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const words = Buffer.concat(parts).toString();
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        mail.came.push({ from, to: envelope.rcptTo.map(({ address }) => address), words });
        // Has it, and is gone before it says so: the first time somebody writes to `dies@`.
        const dies = mail.came.length === 1 && envelope.rcptTo.some(({ address }) => address.startsWith("dies@"));
        if (!dies) return done();
        for (const socket of sockets) socket.destroy();
      });
    },
  });
  // A client that loses its patience hangs up; that is what is tested.
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  const sockets = new Set<Socket>();
  listening.on("connection", (socket: Socket) => sockets.add(socket));
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    came: [],
    tries: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mail;
}
